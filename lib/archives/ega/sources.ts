/** Public sources of what this folder says, each named once. */
export const SOURCES = {
  accessFaq: "https://web3.ega-archive.org/access/faq/",
  account: "https://ega-archive.org/using-ega-account/",
  managing: "https://ega-archive.org/how-to-manage-your-account/",
  dacPortal: "https://ega-archive.org/access/data-access-committee/dac-portal/",
  dacTour: "https://dac.ega-archive.org/take-the-tour/",
  template:
    "EGA's template data access agreement, mitsuhashi/biobankintl on GitHub, mta/mta_ega.md",
  extraPapers: "gustaveroussy/ICARUS-01_Public on GitHub, data/README.md",
  monthlyMeetings: "CLS-Genetics/CLS-Genetics.github.io on GitHub, docs/access.md",
  permission: "icgc-argo/dac-api on GitHub, src/jobs/ega",
  icgcTerm: "icgc-argo/dac-api on GitHub, src/config.ts",
  downloadTrouble: "EGA-archive/ega-download-client on GitHub, issues 21, 213 and 256",
  metadata: "https://metadata.ega-archive.org/",
} as const;
