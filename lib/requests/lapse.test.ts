import { describe, expect, it } from "vitest";
import { archiveByCode } from "../archives/index";
import { day } from "../dates/day";
import { lapseOf } from "./lapse";
import { findLifecycle } from "./lifecycle";

const lifecycle = (code: string, id: string) => {
  const archive = archiveByCode(code);
  if (!archive) throw new Error(`no archive ${code}`);
  return findLifecycle(archive, id);
};
const project = lifecycle("dbgap", "dbgap-project");
const dayOrNull = (text: string | null) => (text === null ? null : day(text));
const item = (step: string, endsOn: string | null, endedOn: string | null = null) => ({
  step,
  grants: [{ endsOn: dayOrNull(endsOn), endedOn: dayOrNull(endedOn) }],
});
const on = (today: string, ...items: ReturnType<typeof item>[]) =>
  lapseOf(project, items, day(today))?.label ?? null;

describe("what the clock makes of an approval", () => {
  it("is told from the day after its last one", () => {
    const approved = item("approved", "2027-03-14");
    expect(on("2027-03-14", approved)).toBeNull();
    expect(on("2027-03-15", approved)).toBe("Expired");
  });

  it("is told while a renewal is under review, which came too late", () => {
    expect(on("2027-03-15", item("dac_review", "2027-03-14"))).toBe("Expired");
  });

  it("is told of one item among others", () => {
    const items = [item("approved", "2028-01-01"), item("approved", "2027-03-14")];
    expect(on("2027-03-15", ...items)).toBe("Expired");
  });

  it("is nothing without an end, or where somebody ended it", () => {
    expect(on("2027-03-15", item("approved", null))).toBeNull();
    expect(on("2027-03-15", item("closed", "2027-03-14", "2027-03-01"))).toBeNull();
    expect(on("2027-03-15", item("approved", "2027-03-14", "2027-03-01"))).toBeNull();
    expect(on("2027-03-15")).toBeNull();
  });

  it("is nothing at an archive whose approvals have no end", () => {
    const signed = lifecycle("physionet", "physionet-restricted");
    expect(lapseOf(signed, [item("signed", "2027-03-14")], day("2027-03-15"))).toBeNull();
  });
});
