import { describe, expect, it } from "vitest";
import { ARCHIVES, archiveByCode } from "../archives/index";
import { day } from "../dates/day";
import { type BulkRequest, bulkChoices, bulkItems, isBulkMove } from "./bulk";
import { bulkMoveForm } from "./bulk-form";

let made = 0;
function request(lifecycle: string, ...steps: string[]): BulkRequest {
  const archive = ARCHIVES.find(({ lifecycles }) => lifecycles.some(({ id }) => id === lifecycle));
  const number = ++made;
  return {
    ...{ id: `r${number}`, number, title: "Sample", version: 1 },
    ...{ archive: archive?.code ?? "", lifecycle },
    items: steps.map((step, index) => ({
      ...{ id: `r${number}i${index}`, step, stepSince: day("2026-03-01") },
      granted: ["approved", "granted", "accepted", "signed"].includes(step),
    })),
  };
}
const choices = (...requests: BulkRequest[]) =>
  bulkChoices(requests, () => true).map(({ move }) => move.id);

describe("the moves that several requests allow", () => {
  it("are those of one, for one request", () => {
    expect(choices(request("dbgap-project", "so_review"))).toEqual([
      ...["so_approved", "pi_recalled", "withdraw"],
    ]);
    expect(choices()).toEqual([]);
  });

  it("are those that all of them have, in the same words and with the same questions", () => {
    const drafts = [
      request("dbgap-project", "draft"),
      request("ega-application", "draft"),
      request("physionet-contributor", "draft"),
    ];
    expect(choices(...drafts)).toEqual(["submit", "withdraw"]);
    expect(
      choices(request("dbgap-project", "draft"), request("dbgap-project", "approved")),
    ).toEqual([]);
  });

  it("ask for nothing that each request answers for itself", () => {
    expect(choices(request("dbgap-project", "ready_to_file"))).not.toContain("file");
    const [filing] = bulkChoices(
      [request("ega-application", "internal_signature")],
      () => true,
    ).filter(({ move }) => move.id === "file");
    expect(filing?.asks.map(({ id }) => id)).toEqual(["on"]);
  });

  it("never give or end an approval, send back, or begin a renewal", () => {
    for (const move of ARCHIVES.flatMap(({ lifecycles }) => lifecycles).flatMap((l) => l.moves)) {
      if (isBulkMove(move)) expect(["none", "submit", "file"], move.id).toContain(move.effect);
    }
    expect(choices(request("dbgap-project", "dac_review"))).not.toContain("approve");
    const approved = choices(request("dbgap-project", "approved"));
    expect(approved).not.toContain("begin_renewal");
    expect(approved).not.toContain("start_close_out");
  });

  it("leave no item to be chosen", () => {
    const two = request("physionet-restricted", "ready_to_file", "ready_to_file");
    expect(choices(two)).toEqual([]);
    expect(bulkItems(two, "file")).toBeNull();
    const one = request("physionet-restricted", "ready_to_file", "signed");
    expect(bulkItems(one, "file")).toEqual([one.items[0]?.id]);
    expect(choices(request("dbgap-project", "revision_requested"))).not.toContain("resubmit");
  });

  it("are for those who may make them", () => {
    expect(bulkChoices([request("dbgap-project", "draft")], () => false)).toEqual([]);
  });

  it("are none where the archive is unknown", () => {
    expect(archiveByCode("dryad")).toBeUndefined();
    expect(choices({ ...request("dbgap-project", "draft"), archive: "dryad" })).toEqual([]);
  });
});

it("no request is named twice, and no more than fifty are", () => {
  const one = { id: crypto.randomUUID(), version: 1, commandId: crypto.randomUUID() };
  const form = (requests: unknown[]) =>
    bulkMoveForm.safeParse({ move: "submit", answers: {}, requests }).success;
  expect(form([one])).toBe(true);
  expect(form([one, one])).toBe(false);
  expect(form([])).toBe(false);
  const many = Array.from({ length: 51 }, () => ({ ...one, id: crypto.randomUUID() }));
  expect(form(many)).toBe(false);
});
