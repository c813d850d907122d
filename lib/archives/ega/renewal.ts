import type { Section } from "../form";
import type { Renewal } from "../renewal";
import { SOURCES } from "./sources";
import { AGREEMENT_TERMS } from "./terms";

const LETTER: readonly Section[] = [
  {
    id: "extension",
    title: "What the committee is told",
    scope: "request",
    intro:
      "EGA has no form for this and its template agreement asks for no report. Committees that ask for one say so in their agreement; else a letter with these answers is usual.",
    fields: [
      {
        id: "stillNeeded",
        label: "Why the data are still needed",
        kind: "textarea",
        required: true,
        maxLength: 5_000,
        guidance:
          "The part of the agreed project that is not done yet. What goes beyond the agreed project needs a change of the agreement first.",
        source: SOURCES.template,
      },
      {
        id: "askedUntil",
        label: "Extension asked until",
        kind: "date",
        required: false,
        guidance: "Leave it empty where the agreement itself says for how long it is extended.",
        source: SOURCES.permission,
      },
      {
        id: "results",
        label: "What came of the data so far",
        kind: "textarea",
        required: false,
        maxLength: 5_000,
        guidance:
          "Papers, talks, data sets and software, with the acknowledgement that the agreement asks for.",
        source: SOURCES.template,
      },
      {
        id: "breaches",
        label: "Breaches and what was done about them",
        kind: "textarea",
        required: false,
        maxLength: 5_000,
        guidance: "The committee was told of each when it happened; name them here again.",
        source: SOURCES.template,
      },
    ],
  },
];

/** At EGA the committee extends its agreement, and has EGA keep the permission open. */
export const RENEWAL_RULES: Renewal = {
  how: "extends_end",
  summary:
    "EGA renews nothing by itself: ask the committee to extend the agreement. It names the new last day, or extends from the old one as the agreement says, and has EGA keep the permission open.",
  window: ({ extensionOpensDays }) => ({
    opensDaysBefore: typeof extensionOpensDays === "number" ? extensionOpensDays : null,
    lastSafeDaysBefore: AGREEMENT_TERMS.endDuty.safeDaysBefore,
    source: SOURCES.icgcTerm,
    unconfirmed:
      "Each committee decides. One (ICGC ARGO) opens renewal 90 days before the end, which is where the figure in the archive's rules comes from; the 60 days for the committee's answer are our advice.",
  }),
  opensKind: "ega_extension_window",
  signOff: null,
  progress: LETTER,
  tells: {
    publication: "results",
    preprint: "results",
    presentation: "results",
    data_set: "results",
    software: "results",
    patent: "results",
    incident: "breaches",
  },
  late: "The committee may still be asked, but may not answer before the end: some meet once a month.",
  over: "The agreement has run out and the data may not be used, even where EGA still serves the files. Ask the committee at once whether it extends all the same (ICGC ARGO takes renewals up to 90 days after), or destroy every copy.",
  openEnded: {
    why: "The agreement names no end, so there is nothing to extend.",
    instead:
      "Tell the committee of changes in people and purpose, and once the data are no longer needed.",
  },
  source: `${SOURCES.template}; ${SOURCES.accessFaq}`,
};
