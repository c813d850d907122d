import { describe, expect, it, vi } from "vitest";
import { AppError } from "../errors";
import { log } from "../log";
import { isOutage, tellable } from "./outage";

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

describe("what is told of an error", () => {
  it("is the sentence of an error that was thrown on purpose", () => {
    const refusal = new AppError("INVALID", "Write a name.", { field: "name" });
    expect(tellable(refusal, "saving")).toBe(refusal);
  });

  it("is an outage, or a number under which to look up a defect, and never its own words", () => {
    const logged = vi.spyOn(log(), "error").mockImplementation(() => undefined);
    const outage = tellable(new Error("Connection terminated unexpectedly"), "saving");
    expect(outage).toMatchObject({ code: "UNAVAILABLE" });
    const defect = tellable(new TypeError("x of undefined"), "saving");
    const number = /report ([\w-]{36})\.$/.exec(defect.message)?.[1];
    expect(defect.code).toBe("DEFECT");
    expect(logged).toHaveBeenLastCalledWith(expect.objectContaining({ id: number }), "saving");
    expect(defect.message).not.toContain("undefined");
    logged.mockRestore();
  });
});
