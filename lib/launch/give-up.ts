import { SettingsError } from "@/lib/env";
import { LaunchError } from "@/lib/launch/launch-error";
import { MigrationError } from "@/prisma/migrate";

/** Ends this process: in one line where the operator can help it, with the stack where it is our fault. */
export function giveUp(error: unknown): never {
  const ours = [SettingsError, LaunchError, MigrationError].some((kind) => error instanceof kind);
  console.error(ours ? (error as Error).message : error);
  process.exit(1);
}
