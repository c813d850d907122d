"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useLinkStatus } from "next/link";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type PageShape, PageSkeleton } from "./page-skeleton";
import classes from "./pending.module.css";
import { CONTENT_ID } from "./skip-link";

/** A page that comes sooner than this shows itself at once; a flash of grey would only be in the way. */
const PATIENCE = 300;

const Coming = createContext<PageShape | null>(null);
const Tell = createContext<(shape: PageShape | null) => void>(() => undefined);

/** Knows the shape of the page that a link of the navigation is fetching. */
export function PendingPage({ children }: { children: ReactNode }) {
  const [shape, setShape] = useState<PageShape | null>(null);
  return (
    <Tell value={setShape}>
      <Coming value={shape}>{children}</Coming>
    </Tell>
  );
}

/** Within a link: tells that its page is on the way, and shows it there once it takes a moment. */
export function PendingMark({ shape }: { shape: PageShape }) {
  const { pending } = useLinkStatus();
  const tell = useContext(Tell);
  useEffect(() => {
    if (!pending) return;
    tell(shape);
    return () => tell(null);
  }, [pending, shape, tell]);
  return <span className={classes.mark} data-pending={pending} aria-hidden />;
}

/** The main part of the page; while another is on its way for long, the other's outline. */
export function PageMain({ className, children }: { className?: string; children: ReactNode }) {
  const coming = useContext(Coming);
  const [late] = useDebouncedValue(coming, PATIENCE);
  const shape = late === coming ? coming : null;
  return (
    <main
      id={CONTENT_ID}
      tabIndex={-1}
      className={className}
      aria-busy={coming !== null}
      data-late={shape !== null}
    >
      {/* Hidden and not gone meanwhile: should the other page not come, this one is as it was. */}
      {children}
      {shape && <PageSkeleton shape={shape} />}
    </main>
  );
}
