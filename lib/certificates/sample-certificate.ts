import { CERTIFICATE_KIND, type CertificateBody } from "./certificate";

/** For tests: a certificate of a dbGaP project with a copy and a trained model. */
export function sampleCertificate(): CertificateBody {
  const destroyed = {
    ...{ destroyedOn: "2027-03-01", method: "Overwritten", destroyedBy: "Ana" },
    ...{ witness: "Bo Þórsson", document: null },
  };
  const held = { units: ["phs000007.c1"], putBy: "Ana", putOn: "2026-04-01" };
  return {
    ...{ kind: CERTIFICATE_KIND, format: 1, id: "00000000-0000-7000-8000-000000000001" },
    statement: "The team states it.",
    ...{ team: { name: "Ωμέγα lab", institution: "University" }, archive: "dbGaP" },
    request: {
      ...{ number: "GB-12", title: "Framingham", archiveNumber: "12345" },
      ...{ submittedOn: "2026-03-01", lifecycle: "dbgap-project" },
    },
    closeOut: {
      ...{ reason: "completed", note: "", startedOn: "2027-02-01", completedOn: "2027-03-05" },
    },
    approvals: [
      {
        ...{ unit: "phs000007.c1", name: "Framingham HMB", person: null, archiveNumber: "1-1" },
        ...{ decidedOn: "2026-03-14", from: "2026-03-14", until: "2027-03-14" },
        endedOn: "2027-03-05",
      },
    ],
    copies: [
      {
        ...{ what: "BAM files", kind: "copy", place: "/data/bam", placeKind: "server" },
        ...{ madeOf: null, ...held, ...destroyed },
      },
      {
        ...{ what: "Weights", kind: "model", place: "s3://models", placeKind: "cloud" },
        ...{ madeOf: "BAM files", ...held, ...destroyed },
        document: { name: "protocol.pdf", sha256: "0".repeat(64) },
      },
    ],
    people: [{ name: "Ana", functions: ["pi"], from: "2026-03-14", until: "2027-03-05" }],
    outputs: [{ kind: "publication", title: "A paper", reference: "10.1/x", on: "2026-12-01" }],
    steps: [
      {
        ...{ step: "confirmation", label: "Signing official confirmed", doneOn: "2027-03-05" },
        ...{ recordedBy: "Ana", document: { name: "letter.pdf", sha256: "1".repeat(64) } },
        answers: [{ question: "Name of the signing official", answer: "Zoë" }],
      },
    ],
    afterwards: ["Nobody tries to identify a participant."],
    history: { events: 42, head: "2".repeat(64) },
    issued: { at: "2027-03-05T10:00:00.000Z", by: "Ana" },
  };
}
