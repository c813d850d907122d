import { expect, test } from "vitest";
import { ARCHIVES, archiveByCode } from "../archives/index";
import { day } from "../dates/day";
import { incidentLetter, type LetterFacts } from "./letter";

const facts: LetterFacts = {
  kind: "lost_device",
  what: "A laptop was stolen.",
  measures: "Its keys were revoked.",
  happenedOn: day("2026-11-21"),
  knownAt: new Date("2026-11-22T09:00:00Z"),
  timeZone: "Europe/Lisbon",
  units: ["GTEx v10.p2 GRU (phs000424.c1)"],
  committees: ["NHGRI"],
  request: { archiveNumber: "12345", title: "Sepsis", words: "project" },
  institution: "University of Porto",
  sender: "Ana",
};

test("a letter tells the archive what is known, and nothing else", () => {
  const incident = archiveByCode("dbgap")?.incident;
  expect(incident && incidentLetter(incident, facts)).toBe(
    [
      "Data Access Committee, NHGRI",
      incident?.letter.opening,
      "Kind of incident: Loss or theft of a device or medium\nHappened on: 21 November 2026\nKnown to us since: 22 Nov 2026, 09:00 (Europe/Lisbon)\nOur project: 12345, Sepsis\nData: GTEx v10.p2 GRU (phs000424.c1)",
      "What happened\nA laptop was stolen.",
      "What was done\nIts keys were revoked.",
      incident?.letter.closing,
      "Ana\nUniversity of Porto",
    ].join("\n\n"),
  );
});

test("what is not known is left out or said to be open", () => {
  for (const { incident } of ARCHIVES) {
    const text = incidentLetter(incident, {
      ...{ ...facts, happenedOn: null, committees: [], request: null, institution: "" },
      measures: "",
    });
    expect(text.startsWith(incident.letter.to([]))).toBe(true);
    expect(text).toContain("Nothing is recorded yet.");
    expect(text).not.toContain("Happened on");
    expect(text).not.toMatch(/undefined|null/);
    expect(text.endsWith("Ana")).toBe(true);
  }
});
