"use client";

import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import type { ComponentProps, ReactNode } from "react";
import { PageLink } from "@/components/ui/page-link";

interface Target extends Pick<ComponentProps<typeof PageLink>, "replace" | "scroll"> {
  href: string;
  children: ReactNode;
  "aria-current"?: "page" | "true";
  "aria-label"?: string;
  "data-now"?: string;
}

/** A link to a page of Gatebook that reads as text. */
export function TextLink(props: AnchorProps & Target) {
  return <Anchor component={PageLink} inherit {...props} />;
}

/** A link to a page of Gatebook that looks like a button. */
export function ButtonLink(props: ButtonProps & Target) {
  return <Button component={PageLink} {...props} />;
}
