import { expect, it } from "vitest";
import { gatesOfLifecycle } from "./guide";
import { ARCHIVES } from "./index";

const LIFECYCLES = ARCHIVES.flatMap((archive) =>
  archive.lifecycles.map((lifecycle) => ({ archive, id: lifecycle.id })),
);

it.each(LIFECYCLES)(
  "what must be met on the way of $id is told, with its sources",
  ({ archive, id }) => {
    const gates = gatesOfLifecycle(archive, id);
    expect(gates.length).toBeGreaterThan(2);
    expect(gates.filter(({ label, source }) => label === "" || source === "")).toEqual([]);
  },
);

it("nothing must be met on a way that does not exist", () => {
  for (const archive of ARCHIVES) expect(gatesOfLifecycle(archive, "gone")).toEqual([]);
});
