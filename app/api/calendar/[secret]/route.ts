import { privateHeaders, visitorRoute } from "@/lib/route";
import { readCalendarFeed } from "@/lib/services/calendar-feeds";

/** What a calendar program reads, which has no session: the secret in the address is its key. */
export const GET = visitorRoute<{ secret: string }>(async (visitor, request, params) => {
  const { text, etag } = await readCalendarFeed(visitor, params.secret.replace(/\.ics$/, ""));
  const headers = { ...privateHeaders(), "X-Robots-Tag": "noindex", ETag: etag };
  if (isKnown(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="gatebook.ics"',
    },
  });
});

/** Whether the reader has this very text already; proxies may have marked the tag as weak. */
function isKnown(given: string | null, etag: string): boolean {
  const tags = (given ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
