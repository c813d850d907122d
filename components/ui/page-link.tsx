import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * Next's link, which does not ask for pages before somebody wants one. All pages are drawn for their
 * reader, so what Next would fetch ahead holds nothing of them: two requests for each link in sight,
 * some fifty with every page, for a click that asks the server all the same.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link {...props} prefetch={false} />;
}
