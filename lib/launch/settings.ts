import { existsSync } from "node:fs";
import path from "node:path";
import { parseSettings, type Settings } from "@/lib/env";

/**
 * The settings of this start: variables of the environment, then those of `.env`; DATA_DIR absolute.
 * @throws SettingsError one line naming every bad or missing variable
 */
export function loadSettings(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const settings = parseSettings(process.env);
  return { ...settings, DATA_DIR: path.resolve(settings.DATA_DIR) };
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
