/**
 * dbGaP accessions. `v` is the data version, `p` the participant set, `c` the consent group.
 * Source: https://www.ncbi.nlm.nih.gov/books/NBK5295/ and the dbGaP frequently asked questions.
 */
export interface DbgapIdentifier {
  scheme: "dbgap";
  /** `phs000007`, `phs000007.v35.p16` or `phs000007.c1`. */
  value: string;
}

const ACCESSION =
  /(?<![a-z0-9])phs(\d{6})(?!\d)(?:\.v(\d{1,4})(?!\d))?(?:\.p(\d{1,4})(?!\d))?(?:\.c(\d{1,4})(?!\d))?/gi;

const STUDY_PAGE = "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=";

/**
 * Finds every dbGaP accession in a text, in any case and with or without version, participant set
 * and consent group. Each gives its canonical forms, the narrowest first: consent group, versioned
 * study, study. Empty when there is none; never throws.
 */
export function readDbgapIdentifiers(text: string): DbgapIdentifier[] {
  return [...text.matchAll(ACCESSION)].flatMap(([, digits, version, participants, consent]) => {
    const study = `phs${digits}`;
    const values = [
      ...(consent ? [`${study}.c${Number(consent)}`] : []),
      ...(version && participants ? [`${study}.v${Number(version)}.p${Number(participants)}`] : []),
      study,
    ];
    return values.map((value) => ({ scheme: "dbgap", value }) as const);
  });
}

/** The study's page; a consent group has none of its own. Without a version it opens the newest. */
export function dbgapLandingUrl({ value }: DbgapIdentifier): string {
  return STUDY_PAGE + value.replace(/\.c\d+$/, "");
}
