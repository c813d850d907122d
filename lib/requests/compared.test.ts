import { describe, expect, it } from "vitest";
import { pairOf } from "./compared";

const filings = [1, 2, 3].map((number) => ({ number }));

describe("the two filings to compare", () => {
  it.each([
    ["the last two, unless others are asked for", {}, [2, 3]],
    ["those asked for, the older one first", { from: "3", to: "1" }, [1, 3]],
    ["the last two where one does not exist", { from: "1", to: "9" }, [2, 3]],
    ["the last two where both are one", { from: "1", to: "1" }, [2, 3]],
    ["the last two for nonsense", { from: ["x"], to: "-1" }, [2, 3]],
    ["the last two for no question at all", undefined, [2, 3]],
  ])("are %s", (_name, asked, numbers) => {
    const pair = pairOf(filings, asked);
    expect([pair?.before.number, pair?.after.number]).toEqual(numbers);
  });

  it("are none while there is only one", () => {
    expect(pairOf(filings.slice(0, 1), {})).toBeNull();
  });
});
