import pino, { type Logger } from "pino";
import { env } from "./env";

const SECRET_NAME =
  /cookie|authorization|token|password|passwd|secret|dsn|callbackurl|^(url|link|href)$/i;
// Sign-in links, addresses of calendars and connection strings may stand inside any text, for example
// an error's message.
const SECRET_TEXT =
  /([?&](?:token|code|state)=|\/api\/calendar\/)[^&?\s"']+|(\/\/[^/\s:@]+:)[^@\s]+(?=@)/gi;
const HIDDEN = "[hidden]";
const DEPTH = 6;

function scrubText(text: string): string {
  return text.replace(
    SECRET_TEXT,
    (_all, query?: string, login?: string) => `${query ?? login}${HIDDEN}`,
  );
}

/**
 * A copy of `value` fit for the log: fields whose names speak of secrets or links are hidden, tokens
 * inside texts too, errors become plain objects. Line breaks are harmless, since each line is JSON.
 */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return scrubText(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth >= DEPTH) return "[deep]";
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    const code = "code" in value ? value.code : undefined;
    return scrub({ name, code, message, stack, cause }, depth + 1);
  }
  if (Array.isArray(value)) return value.map((item) => scrub(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      SECRET_NAME.test(name) && item !== undefined && item !== null
        ? HIDDEN
        : scrub(item, depth + 1),
    ]),
  );
}

let logger: Logger | undefined;

/** The structured log of this process: one JSON object a line on stdout, without secrets. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => scrub(fields) as Record<string, unknown>,
    },
    hooks: {
      logMethod(args, method) {
        const clean = args.map((arg) => (typeof arg === "string" ? scrubText(arg) : arg));
        method.apply(this, clean as Parameters<typeof method>);
      },
    },
  });
  return logger;
}
