"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

/**
 * Asks before a link of this page leaves text behind that could not be saved. Closing the tab is
 * asked about by the browser itself.
 */
export function LeaveGuard({ isStuck }: { isStuck: boolean }) {
  const t = useTranslations("requests.form");
  const question = t("leave");
  useEffect(() => {
    if (!isStuck) return;
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return;
      const isHere = link.pathname === window.location.pathname && link.hash !== "";
      if (isHere || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("click", ask, { capture: true });
    return () => document.removeEventListener("click", ask, { capture: true });
  }, [isStuck, question]);
  return null;
}
