"use client";

import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import Link, { type LinkProps } from "next/link";
import type { ReactNode } from "react";

interface Target extends Pick<LinkProps, "prefetch" | "replace" | "scroll"> {
  href: string;
  children: ReactNode;
  "aria-current"?: "page" | "true";
  "aria-label"?: string;
  "data-now"?: string;
}

/** A link to a page of Gatebook that reads as text. */
export function TextLink(props: AnchorProps & Target) {
  return <Anchor component={Link} inherit {...props} />;
}

/** A link to a page of Gatebook that looks like a button. */
export function ButtonLink(props: ButtonProps & Target) {
  return <Button component={Link} {...props} />;
}
