import type { StatusImports } from "../status-import";
import { readDbgapIdentifiers } from "./identifiers";
import { readProjectReport } from "./project-report";
import { SOURCES } from "./sources";

const REPORT =
  "https://dbgap.ncbi.nlm.nih.gov/aa/wga.cgi?name=project_report&page=getreport&mode=json";

/** dbGaP's own report of the projects that somebody may see there. */
export const IMPORTS: StatusImports = {
  sources: [
    {
      kind: "dbgap_report",
      name: "dbGaP project report",
      personal: false,
      steps: [
        {
          text: "Sign in at dbGaP as the PI, or as a downloader of the project.",
          link: {
            label: "dbGaP's sign-in",
            url: "https://dbgap.ncbi.nlm.nih.gov/aa/wga.cgi?page=login",
          },
        },
        {
          text: "Open your project report in the same browser; it is a page full of JSON.",
          link: { label: "Project report", url: REPORT },
        },
        { text: "Select all of the page, copy it, and paste it into the box below." },
      ],
      example:
        '[{"Project_id": 12345, "studies": [{"study_accession": "phs000424", "requests": […]}]}]',
      read: readProjectReport,
      // How old a snapshot may be before PRIMED marks it; there is no rule of dbGaP's.
      refreshDays: 30,
      source: SOURCES.snapshots,
    },
  ],
  unitCode: (text) =>
    readDbgapIdentifiers(text.trim()).find(({ value }) => /\.c[1-9]/.test(value))?.value ?? null,
  ownUnit: { accessClass: "controlled", policy: null },
  approvedStep: () => "approved",
};
