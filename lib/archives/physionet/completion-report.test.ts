import { describe, expect, test } from "vitest";
import { refuseCertificate } from "./completion-report";

const report = "https://www.citiprogram.org/verify/?k04e73368-7133-41ab-939d-6ca910a85532-1";
const certificate = "https://www.citiprogram.org/verify/?w04e73368-7133-41ab-939d-6ca910a85532-1";

describe("a CITI paper", () => {
  test.each([
    ["with the address of a report", "CITI.pdf", [report]],
    ["that shows both addresses", "CITI.pdf", [certificate, report]],
    ["under the name of a report", "citiCompletionReport_1_2.pdf", []],
    ["that shows nothing", "scan.pdf", ["https://example.org/?w"]],
  ])("%s may be the report", (_what, name, links) => {
    expect(refuseCertificate({ name, links })).toBeNull();
  });

  test.each([
    ["with the address of a certificate", "CITI.pdf", [certificate]],
    ["under the name of a certificate", "citiCompletionCertificate_1_2.pdf", []],
  ])("%s is refused, and the sentence says what to get instead", (_what, name, links) => {
    expect(refuseCertificate({ name, links })).toContain("completion report");
  });
});
