import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const shape = z.object({
  /** Tells this data folder's database from one that an earlier folder of the same path left behind. */
  cluster: z.string(),
  superuser: z.string(),
  owner: z.string(),
  app: z.string(),
  session: z.string(),
  postgresPort: z.number().optional(),
});

/** What Gatebook makes up at first start: passwords of the embedded database and the session secret. */
export type Secrets = z.infer<typeof shape>;

const FILE = "secrets.json";

/** Keeps secrets in a data folder, readable by its owner only, whole or not at all. */
export function writeSecrets(dataDir: string, secrets: Secrets): void {
  const file = path.join(dataDir, FILE);
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The secrets of a data folder, made at first use. */
export function readSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  try {
    return shape.parse(JSON.parse(readFileSync(path.join(dataDir, FILE), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const random = () => randomBytes(32).toString("base64url");
  const secrets: Secrets = {
    cluster: randomBytes(6).toString("hex"),
    superuser: random(),
    owner: random(),
    app: random(),
    session: random(),
  };
  writeSecrets(dataDir, secrets);
  return secrets;
}
