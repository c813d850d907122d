import type { QualificationType } from "../qualification";

/** PhysioNet takes the report of a training as a PDF of 1 MB at most. */
export const REPORT_FILE = {
  mime: "application/pdf",
  label: "a PDF",
  maxBytes: 1_048_576,
  maxLabel: "1 MB",
} as const satisfies QualificationType["proofFile"];

const REPORT = /citiprogram\.org\/verify\/\?k/i;
const CERTIFICATE = /citiprogram\.org\/verify\/\?w/i;
/** As CITI names the file that it hands out. */
const CERTIFICATE_FILE = /citi_?completion_?certificate/i;

/**
 * Why this is CITI's certificate, which lists no modules, instead of the completion report; null
 * where nothing shows it. The address that verifies a report holds `?k`, a certificate's `?w`.
 * Source: https://github.com/MIT-LCP/physionet-build/pull/1266
 */
export function refuseCertificate(paper: {
  name: string;
  links: readonly string[];
}): string | null {
  if (paper.links.some((link) => REPORT.test(link))) return null;
  const isCertificate =
    paper.links.some((link) => CERTIFICATE.test(link)) || CERTIFICATE_FILE.test(paper.name);
  return isCertificate
    ? "This is the certificate. PhysioNet asks for the completion report, which lists the modules; at CITI it stands beside the certificate, and the address that verifies it holds ?k."
    : null;
}
