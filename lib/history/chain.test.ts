import { describe, expect, it } from "vitest";
import { CHAIN_START, type ChainLine, checkHead, follow } from "./chain";

const line = (seq: number, change: Partial<ChainLine> = {}): ChainLine => ({
  seq,
  eventId: `event-${seq}`,
  prevHash: seq === 1 ? "" : `h${seq - 1}`,
  hash: `h${seq}`,
  intact: true,
  ...change,
});

describe("a history chain", () => {
  it("that is whole leads to its last line", () => {
    expect(follow(CHAIN_START, [line(1), line(2), line(3)])).toEqual({ seq: 3, hash: "h3" });
    expect(follow({ seq: 3, hash: "h3" }, [line(4)])).toEqual({ seq: 4, hash: "h4" });
    expect(follow(CHAIN_START, [])).toEqual(CHAIN_START);
  });

  it("is broken where the content of a line was changed", () => {
    const lines = [line(1), line(2, { intact: false }), line(3)];
    expect(follow(CHAIN_START, lines)).toEqual({ what: "hash", seq: 2, eventId: "event-2" });
  });

  it("is broken after a line that was changed together with its hash", () => {
    const lines = [line(1), line(2, { hash: "forged" }), line(3)];
    expect(follow(CHAIN_START, lines)).toEqual({ what: "link", seq: 3, eventId: "event-3" });
  });

  it("is broken where a line is missing, also the first one", () => {
    const gap = { what: "gap", seq: 2, eventId: "event-3" };
    expect(follow(CHAIN_START, [line(1), line(3)])).toEqual(gap);
    expect(follow(CHAIN_START, [line(2)])).toMatchObject({ what: "gap", seq: 1 });
  });

  it("must end where its head says", () => {
    const end = { seq: 3, hash: "h3" };
    expect(checkHead(end, end)).toBeUndefined();
    expect(checkHead(end, { seq: 5, hash: "h5" })).toEqual({ what: "head", seq: 4, eventId: null });
    expect(checkHead(end, { seq: 3, hash: "other" })).toMatchObject({ what: "head" });
  });
});
