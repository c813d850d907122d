import { describe, expect, it } from "vitest";
import { isOutage } from "./outage";

const driver = (code: string) => ({
  meta: { driverAdapterError: { cause: { originalCode: code } } },
});

describe("an outage of PostgreSQL", () => {
  it.each([
    ["a refused connection", Object.assign(new Error("x"), { code: "ECONNREFUSED" })],
    [
      "several refused ones",
      new AggregateError([Object.assign(new Error(), { code: "ECONNREFUSED" })]),
    ],
    [
      "a shutdown during a query",
      Object.assign(new Error("x"), { code: "P2039", ...driver("57P01") }),
    ],
    [
      "a restart",
      Object.assign(new Error("the database system is starting up"), { code: "57P03" }),
    ],
    ["a plain error without a code", new Error("Connection terminated unexpectedly")],
    ["an exhausted pool", new Error("timeout exceeded when trying to connect")],
    ["a transaction that cannot start", Object.assign(new Error("x"), { code: "P2028" })],
    ["a full disk", Object.assign(new Error("x"), driver("53100"))],
    [
      "one wrapped by others",
      new Error("a", { cause: new Error("b", { cause: { code: "ECONNRESET" } }) }),
    ],
  ])("is recognised in %s", (_what, error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([
    ["a defect of ours", new TypeError("x is not a function")],
    ["a duplicate", Object.assign(new Error("x"), { code: "P2002", ...driver("23505") })],
    ["nothing", undefined],
    ["text", "ECONNREFUSED"],
  ])("is not seen in %s", (_what, error) => {
    expect(isOutage(error)).toBe(false);
  });

  it("is looked for in a loop of causes only so far", () => {
    const loop = new Error("x");
    loop.cause = loop;
    expect(isOutage(loop)).toBe(false);
  });
});
