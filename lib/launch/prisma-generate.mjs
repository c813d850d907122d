import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

// Prisma wants to download its native schema engine even where it does not use it. Any executable
// in its place keeps it from the network, on which closed installations would fail.
const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const { status } = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
  cwd: path.join(import.meta.dirname, "../.."),
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
  stdio: "inherit",
});
process.exit(status ?? 1);
