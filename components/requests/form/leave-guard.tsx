"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";

/**
 * Lets a link of this page go only once what was typed is saved, and asks where it cannot be.
 * Closing the tab is asked about by the browser itself.
 */
export function LeaveGuard(props: {
  isDirty: () => boolean;
  /** Saves now; tells whether that worked. */
  save: () => Promise<boolean>;
}) {
  const t = useTranslations("requests.form");
  const router = useRouter();
  const leave = useEffectEvent(async (href: string) => {
    if ((await props.save()) || window.confirm(t("leave"))) router.push(href);
  });
  const hold = useEffectEvent((event: MouseEvent) => {
    const link = leavingLink(event);
    if (!link || !props.isDirty()) return;
    event.preventDefault();
    event.stopPropagation();
    leave(link.href);
  });
  useEffect(() => {
    const onClick = (event: MouseEvent) => hold(event);
    document.addEventListener("click", onClick, { capture: true });
    return () => document.removeEventListener("click", onClick, { capture: true });
  }, []);
  return null;
}

/** The link that a click follows within this tab to another page of ours, or null. */
function leavingLink(event: MouseEvent): HTMLAnchorElement | null {
  const hasModifier = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.button !== 0 || hasModifier) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return null;
  const isWithin = link.pathname === window.location.pathname && link.hash !== "";
  return link.origin === window.location.origin && !isWithin ? link : null;
}
