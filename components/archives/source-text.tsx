import { Fragment } from "react";
import { ExternalLink } from "@/components/ui/external-link";

// What ends a sentence or closes a bracket is no part of an address.
const ADDRESS = /(https?:\/\/[^\s()]+[^\s().,;:])/;

/** Where something comes from: text whose addresses are links, named by their host. */
export function SourceText({ text }: { text: string }) {
  return text.split(ADDRESS).map((part) =>
    ADDRESS.test(part) ? (
      <ExternalLink key={part} href={part}>
        {new URL(part).hostname.replace(/^www\./, "")}
      </ExternalLink>
    ) : (
      <Fragment key={part}>{part}</Fragment>
    ),
  );
}
