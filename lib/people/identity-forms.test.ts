import { describe, expect, it } from "vitest";
import type { IdentityScheme } from "../archives/qualification";
import { day } from "../dates/day";
import {
  type IdentityFields,
  identityForm,
  readIdentity,
  recordIdentityForm,
} from "./identity-forms";

const SCHEME: IdentityScheme = {
  ...{ id: "sample", name: "Sample account", example: "jane-doe", pattern: "^[A-Za-z-]{4,50}$" },
  normalise: (text) => (text.startsWith("-") ? null : text.toLowerCase()),
  ...{ guidance: "Yours.", url: "https://example.org", source: "https://example.org" },
  lastsDays: null,
};
const TODAY = day("2026-11-22");

const read = (typed: Partial<IdentityFields>, scheme: Partial<IdentityScheme> = {}) =>
  readIdentity(
    { ...SCHEME, ...scheme },
    identityForm.parse({ value: "Jane-Doe", verifiedOn: "", endsOn: "", ...typed }),
    TODAY,
  );

describe("a typed account", () => {
  it("is kept as typed, with the spelling in which two are the same", () => {
    expect(read({ value: " Jane-Doe ", verifiedOn: "2026-11-22", endsOn: "2027-11-22" })).toEqual({
      ok: true,
      facts: {
        ...{ value: "Jane-Doe", key: "jane-doe" },
        ...{ verifiedOn: "2026-11-22", endsOn: "2027-11-22" },
      },
    });
  });

  it("ends by its scheme where a link lasts for some days only, unless another end was typed", () => {
    const lasting = { lastsDays: 30 };
    const facts = { verifiedOn: "2026-11-01", endsOn: "2026-12-01" };
    expect(read({ verifiedOn: "2026-11-01" }, lasting)).toMatchObject({ facts });
    const typed = { verifiedOn: "2026-11-01", endsOn: "2026-11-09" };
    expect(read(typed, lasting)).toMatchObject({ facts: typed });
    expect(read({}, lasting)).toMatchObject({ facts: { endsOn: null } });
  });

  it.each([
    [{ value: "jd" }, "value", "write it like jane-doe"],
    [{ value: "-jane" }, "value", "check each character"],
    [{ verifiedOn: "2026-11-23" }, "verifiedOn", "still to come"],
    [{ verifiedOn: "2026-11-01", endsOn: "2026-10-31" }, "endsOn", "before the day"],
  ])("%o is refused at %s: … %s …", (typed, field, sentence) => {
    const message = expect.stringContaining(sentence);
    expect(read(typed)).toEqual({ ok: false, field, message });
  });

  it("is refused with days that do not exist, without a name, and with more than was asked", () => {
    const good = { value: "jane", verifiedOn: "", endsOn: "" };
    const fields = (typed: object) =>
      identityForm.safeParse({ ...good, ...typed }).error?.issues.map(({ path }) => path.join("."));
    expect(fields({ verifiedOn: "2026-02-30" })).toEqual(["verifiedOn"]);
    expect(fields({ endsOn: "soon" })).toEqual(["endsOn"]);
    expect(fields({ value: " " })).toEqual(["value"]);
    expect(fields({ teamId: "x" })).toEqual([""]);
  });

  it("comes with a proof or without", () => {
    const id = "0b5a7e9a-6b0e-4a67-9a3e-0d5f6f1f0001";
    const sent = (documentId: string) =>
      recordIdentityForm.safeParse({
        ...{ commandId: id, personId: id, scheme: "sample", documentId },
        identity: { value: "jane", verifiedOn: "", endsOn: "" },
      }).data?.documentId;
    expect([sent(""), sent(id), sent("x")]).toEqual([null, id, undefined]);
  });
});
