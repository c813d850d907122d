import { z } from "zod";
import { parseAddress } from "./team/address";

/** A setting is missing or wrong. The message is one line that names every such variable. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

const port = (fallback: number) =>
  z.coerce
    .number("must be a port number")
    .int("must be a port number")
    .min(1, "must be a port number from 1 to 65535")
    .max(65535, "must be a port number from 1 to 65535")
    .default(fallback);

const url = (protocols: string[], example: string) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ""), {
    message: `must be an address like ${example}`,
  });

const DATABASE_EXAMPLE = "postgresql://user:password@host:5432/gatebook";

/** Every setting of Gatebook, as `.env.example` lists them. An empty value counts as unset. */
const shape = z.object({
  PORT: port(3000),
  APP_URL: url(["http:", "https:"], "https://gatebook.example.org")
    .transform((value) => value.replace(/\/+$/, ""))
    .optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: url(["postgres:", "postgresql:"], DATABASE_EXAMPLE).optional(),
  DATABASE_OWNER_URL: url(["postgres:", "postgresql:"], DATABASE_EXAMPLE).optional(),
  SMTP_URL: url(["smtp:", "smtps:"], "smtps://user:password@mail.example.org:465").optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (from) => parseAddress(/<([^<>]*)>\s*$/.exec(from)?.[1] ?? from) !== null,
      "must be an address like Gatebook <gatebook@example.org>",
    )
    .optional(),
  MAIL_UI_PORT: port(1080),
  MAIL_SMTP_PORT: port(1025),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  OIDC_ISSUER: url(["https:", "http:"], "https://login.example.org").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  DEMO: z
    .enum(["0", "1", "true", "false"], "must be 1 or 0")
    .transform((value) => value === "1" || value === "true")
    .optional(),
  TRUST_PROXY: z.coerce
    .number("must be the number of proxies in front of Gatebook")
    .int("must be the number of proxies in front of Gatebook")
    .min(0, "must be 0 or more")
    .max(10, "must be 10 or less")
    .default(0),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "must be trace, debug, info, warn, error, fatal or silent",
    )
    .default("info"),
});

/** The names of all settings, in the order of `.env.example`. */
export const SETTING_NAMES: readonly string[] = Object.keys(shape.shape);

type Parsed = z.infer<typeof shape>;

/** What the launcher reads: servers that it starts itself may still be unset. */
export type Settings = Omit<Parsed, "APP_URL" | "DEMO"> & { APP_URL: string; DEMO: boolean };

/** What web and worker read: every server has an address. */
export type Env = Settings & {
  DATABASE_URL: string;
  SMTP_URL: string;
  MAIL_FROM: string;
  NEXTAUTH_SECRET: string;
};

const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"] as const;
const NEEDED = ["DATABASE_URL", "SMTP_URL", "MAIL_FROM", "NEXTAUTH_SECRET"] as const;

function missing(parsed: Parsed): string[] {
  const problems: string[] = [];
  const need = (name: keyof Parsed, cause: string) => {
    if (parsed[name] === undefined)
      problems.push(`${name} is missing: needed when ${cause} is set`);
  };
  if (parsed.DATABASE_URL) {
    for (const name of ["NEXTAUTH_SECRET", "SMTP_URL", "MAIL_FROM"] as const) {
      need(name, "DATABASE_URL");
    }
  } else if (parsed.SMTP_URL) {
    need("MAIL_FROM", "SMTP_URL");
  }
  if (parsed.DATABASE_OWNER_URL) need("DATABASE_URL", "DATABASE_OWNER_URL");
  const given = OIDC.find((name) => parsed[name] !== undefined);
  if (given) for (const name of OIDC) need(name, given);
  return problems;
}

/**
 * Reads the settings as the launcher needs them.
 * @param source variables by name, normally `process.env`
 * @throws SettingsError one line naming every bad or missing variable; values are never repeated in it
 */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => SETTING_NAMES.includes(name) && value?.trim()),
  );
  const result = shape.safeParse(given);
  const problems = result.success
    ? missing(result.data)
    : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (!result.success || problems.length > 0) {
    throw new SettingsError(`Settings: ${problems.join("; ")}`);
  }
  const parsed = result.data;
  return {
    ...parsed,
    APP_URL: parsed.APP_URL ?? `http://localhost:${parsed.PORT}`,
    DEMO: parsed.DEMO ?? parsed.DATABASE_URL === undefined,
  };
}

/**
 * Reads the settings as web and worker need them: with the address of every server.
 * @throws SettingsError as parseSettings, and when a server has no address
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const settings = parseSettings(source);
  const unset = NEEDED.filter((name) => settings[name] === undefined);
  if (unset.length > 0) {
    throw new SettingsError(`Settings: ${unset.join(", ")} missing; npm start provides them`);
  }
  return settings as Env;
}

let cached: Env | undefined;

/**
 * The settings of this process, parsed at first use and kept, so that a build needs none.
 * @throws SettingsError one line naming every bad or missing variable
 */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** True under `npm run dev`. */
export const isDevelopment = process.env.NODE_ENV === "development";
