import { SettingsError } from "@/lib/env";
import { LaunchError } from "@/lib/launch/launch-error";
import { MigrationError } from "@/prisma/migrate";

// The machine says no to a file: its own message names the file, and a stack would say nothing more.
const REFUSALS = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"]);

/** Ends this process: in one line where the operator can help it, with the stack where it is our fault. */
export function giveUp(error: unknown): never {
  const ours = [SettingsError, LaunchError, MigrationError].some((kind) => error instanceof kind);
  const refused = REFUSALS.has((error as NodeJS.ErrnoException)?.code ?? "");
  console.error(ours || refused ? (error as Error).message : error);
  process.exit(1);
}
