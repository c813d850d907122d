import { describe, expect, it } from "vitest";
import { ARCHIVES, archiveByCode } from "../archives/index";
import { findLifecycle } from "./lifecycle";
import { progressOf } from "./progress";

const dbgap = archiveByCode("dbgap");
if (!dbgap) throw new Error("dbGaP is gone");
const project = findLifecycle(dbgap, "dbgap-project");
const way = (step: string) => progressOf(project, step).map(({ label, state }) => [label, state]);

describe("the way to an approval", () => {
  it("starts where every request starts", () => {
    expect(way("draft")).toEqual([
      ["Draft", "current"],
      ["Ready to file", "next"],
      ["SO review", "next"],
      ["DAC review", "next"],
      ["Approved", "next"],
    ]);
  });

  it("leads once more through the institution for what was sent back", () => {
    expect(way("revision_requested")).toEqual([
      ["Draft", "done"],
      ["Ready to file", "done"],
      ["SO review", "done"],
      ["Revision requested", "current"],
      ["SO review", "next"],
      ["DAC review", "next"],
      ["Approved", "next"],
    ]);
  });

  it("goes by the usual steps rather than by a shortcut", () => {
    const physionet = archiveByCode("physionet");
    if (!physionet) throw new Error("PhysioNet is gone");
    const credentialed = findLifecycle(physionet, "physionet-credentialed");
    const ids = progressOf(credentialed, "ready_to_file").map(({ id }) => id);
    expect(ids).toEqual(["draft", "ready_to_file", "prerequisites", "to_sign", "signed"]);
  });

  it("is not drawn for what is over", () => {
    expect(way("rejected")).toEqual([]);
    expect(way("closed")).toEqual([]);
  });

  it("reaches the approval from every step of every archive that is not over", () => {
    for (const lifecycle of ARCHIVES.flatMap((archive) => archive.lifecycles)) {
      for (const step of lifecycle.steps) {
        const steps = progressOf(lifecycle, step.id);
        if (steps.length === 0) continue;
        const last = lifecycle.steps.find(({ id }) => id === steps.at(-1)?.id);
        expect(last?.status, `${lifecycle.id} from ${step.id}`).toBe("approved");
        expect(steps.filter(({ state }) => state === "current")).toHaveLength(1);
      }
    }
  });
});
