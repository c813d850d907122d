import type { QualificationType } from "../archives/qualification";
import {
  happenedOn,
  lastDay,
  qualificationMove as move,
  reference,
} from "../archives/qualification-moves";

const source = "https://www.hhs.gov/ohrp/register-irbs-and-obtain-fwas/fwas/index.html";
const NUMBER = reference("Number of the assurance", {
  pattern: "^FWA\\d{8}$",
  example: "FWA00001234",
});

/** The institution's promise to protect people in research, which US archives look for. */
export const FEDERALWIDE_ASSURANCE: QualificationType = {
  id: "federalwide_assurance",
  name: "Federalwide Assurance",
  holder: "institution",
  lifecycle: {
    id: "federalwide-assurance",
    name: "Federalwide Assurance",
    initial: "preparing",
    steps: [
      {
        id: "preparing",
        label: "In preparation",
        status: "draft",
        waitingOn: "us",
        sentence: "The institution's office for research prepares the assurance.",
        editable: true,
        source,
      },
      {
        id: "filed",
        label: "Filed",
        status: "in_review",
        waitingOn: "archive",
        sentence: "The Office for Human Research Protections reads the assurance.",
        source,
      },
      {
        id: "active",
        label: "Active",
        status: "approved",
        waitingOn: "nobody",
        sentence: "The assurance is active and listed in the public database.",
        source,
      },
      {
        id: "ended",
        label: "Ended",
        status: "closed",
        waitingOn: "nobody",
        sentence: "The institution let the assurance end.",
        source,
      },
      {
        id: "withdrawn",
        label: "Taken back",
        status: "terminated",
        waitingOn: "nobody",
        sentence: "The Office for Human Research Protections restricted or ended the assurance.",
        source,
      },
    ],
    moves: [
      move({
        id: "file",
        label: "Filed",
        from: ["preparing"],
        to: "filed",
        by: "us",
        asks: [happenedOn("Filed on")],
        source,
      }),
      move({
        id: "approve",
        label: "Active",
        from: ["preparing", "filed"],
        to: "active",
        by: "archive",
        asks: [
          happenedOn("Approved on"),
          lastDay("Active until", "The end that the public database shows."),
          NUMBER,
        ],
        tone: "primary",
        source,
      }),
      move({
        id: "end",
        label: "Ended",
        from: ["active"],
        to: "ended",
        by: "us",
        asks: [happenedOn("Ended on")],
        effect: "end",
        source,
      }),
      move({
        id: "take_back",
        label: "Restricted or ended by the office",
        from: ["active"],
        to: "withdrawn",
        by: "archive",
        asks: [happenedOn("Since")],
        effect: "end",
        tone: "danger",
        source,
      }),
    ],
  },
  clocks: [
    {
      id: "assurance",
      label: "the assurance's own end",
      end: "endsOn",
      duty: {
        kind: "federalwide_assurance_end",
        what: "Ask the office for research to renew the Federalwide Assurance, and enter its new end.",
      },
    },
  ],
  fields: [],
  proof: "entry in the database of the Office for Human Research Protections",
  minutes: null,
  guidance:
    "Asked by NIMH's data archive, of the same family as dbGaP. The office for research knows the number; outside the United States many institutions have one too.",
  url: "https://ohrp.cit.nih.gov/search/fwasearch.aspx",
  source: `https://nda.nih.gov/abcd/access-review.html; ${source}`,
};
