import { randomUUID } from "node:crypto";
import { AppError } from "../errors";
import { log } from "../log";

// SQLSTATE classes: connection failures, out of resources, operator intervention (shutdown, restart).
const SQLSTATE = /\b(08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P0[1-5]|58030)\b/;
const PRISMA = new Set([
  "P1000",
  "P1001",
  "P1002",
  "P1003",
  "P1008",
  "P1011",
  "P1017",
  "P2024",
  "P2028",
]);
const SYSTEM = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
  "EHOSTUNREACH",
]);
const TEXT =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|can't reach database|server has closed the connection|starting up|shutting down/i;
const DEPTH = 6;

/**
 * Whether an error says that PostgreSQL is away or not answering (rather than that our query is
 * wrong). Drivers report this in many shapes, the cause often hidden some layers deep.
 */
export function isOutage(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEPTH) return false;
  const fields = error as Record<string, unknown>;
  const code = String(fields.code ?? fields.originalCode ?? "");
  if (PRISMA.has(code) || SYSTEM.has(code) || SQLSTATE.test(code)) return true;
  if (fields.kind === "DatabaseNotReachable" || fields.kind === "ConnectionClosed") return true;
  if (TEXT.test(String(fields.message ?? ""))) return true;
  const inner = [
    fields.cause,
    (fields.meta as { driverAdapterError?: unknown })?.driverAdapterError,
  ];
  if (Array.isArray(fields.errors)) inner.push(...fields.errors);
  return inner.some((cause) => isOutage(cause, depth + 1));
}

/**
 * Any error as one that can be told: an AppError as it is, an outage as UNAVAILABLE, all else as
 * DEFECT with a number under which the log holds the error itself.
 * @param doing what failed, for the log
 */
export function tellable(error: unknown, doing: string): AppError {
  if (error instanceof AppError) return error;
  const id = randomUUID();
  log().error({ id, error }, doing);
  return isOutage(error)
    ? new AppError(
        "UNAVAILABLE",
        "Gatebook cannot reach its database right now. Nothing was changed; try again in a minute.",
      )
    : new AppError(
        "DEFECT",
        `Something went wrong on our side and nothing was changed. If it happens again, report ${id}.`,
      );
}
