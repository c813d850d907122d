import type { QualificationType } from "../archives/qualification";
import { happenedOn, lastDay, qualificationMove as move } from "../archives/qualification-moves";

const source = "DataBiosphere/consent on GitHub, the Data Use Oversight System (DUOS)";

/** That a signing official authorises a person beforehand to ask for data, as DUOS has it. */
export const LIBRARY_CARD: QualificationType = {
  id: "library_card",
  name: "Library card",
  holder: "person",
  lifecycle: {
    id: "library-card",
    name: "Library card",
    initial: "to_issue",
    steps: [
      {
        id: "to_issue",
        label: "To be issued",
        status: "draft",
        waitingOn: "us",
        sentence: "The person asks the institution's signing official for a card.",
        editable: true,
        source,
      },
      {
        id: "issued",
        label: "Issued",
        status: "approved",
        waitingOn: "nobody",
        sentence: "The signing official authorises the person to submit requests.",
        source,
      },
      {
        id: "ended",
        label: "Ended",
        status: "closed",
        waitingOn: "nobody",
        sentence: "The card was taken back or given up.",
        source,
      },
    ],
    moves: [
      move({
        id: "issue",
        label: "Issued",
        from: ["to_issue"],
        to: "issued",
        by: "signing_official",
        asks: [
          happenedOn("Issued on"),
          lastDay("Good until", "Each institution decides; empty where it names no day."),
        ],
        tone: "primary",
        source,
      }),
      move({
        id: "end",
        label: "Taken back or given up",
        from: ["issued"],
        to: "ended",
        by: "signing_official",
        asks: [happenedOn("Ended on")],
        effect: "end",
        source,
      }),
    ],
  },
  clocks: [
    {
      id: "card",
      label: "the card's own end",
      end: "endsOn",
      duty: {
        kind: "library_card_end",
        what: "Ask the signing official to issue the library card again.",
      },
    },
  ],
  fields: [],
  proof: "page that shows the card",
  minutes: 10,
  guidance:
    "Only where the team asks for data through DUOS: the signing official authorises a person once, and the person then submits without a further signature.",
  url: "https://duos.org/",
  source,
};
