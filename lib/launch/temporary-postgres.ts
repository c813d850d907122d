import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Postgres, startPostgres } from "@/lib/launch/postgres";

/** Starts a PostgreSQL in a temporary folder for tests and tools; `stop` also removes it. */
export async function temporaryPostgres(): Promise<Postgres> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "gatebook-")));
  // Open to pass through, so that root's PostgreSQL, another user, reaches its data in here.
  chmodSync(folder, 0o711);
  const remove = (place: string) => rmSync(place, { recursive: true, force: true });
  try {
    const postgres = await startPostgres(folder, { durable: false });
    process.once("exit", () => [postgres.folder, folder].forEach(remove));
    const stop = async () => {
      await postgres.stop();
      remove(postgres.folder);
      remove(folder);
    };
    return { ...postgres, stop };
  } catch (error) {
    remove(folder);
    throw error;
  }
}
