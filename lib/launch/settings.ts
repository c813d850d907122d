import { existsSync } from "node:fs";
import { parseSettings, type Settings } from "@/lib/env";

/**
 * The settings of this start: variables of the environment, then those of `.env`.
 * @throws SettingsError one line naming every bad or missing variable
 */
export function loadSettings(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return parseSettings(process.env);
}

/** Settings as variables for a process that we start; unset ones are left out. */
export function asVariables(settings: Partial<Settings>): Record<string, string> {
  const pairs = Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      name,
      typeof value === "boolean" ? String(Number(value)) : `${value}`,
    ]);
  return Object.fromEntries(pairs);
}
