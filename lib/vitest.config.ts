import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone with an odd offset and no summer time: a day computed by the machine's clock shows up as wrong.
process.env.TZ = "Asia/Kathmandu";

const root = path.join(import.meta.dirname, "..");
const everywhere = {
  root,
  exclude: ["node_modules/**", ".next/**", "e2e/**", "prisma/client/**"],
  environment: "node",
};

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    // Settings of a process that reaches no server by itself; database tests bring their own client.
    env: {
      LOG_LEVEL: "silent",
      APP_URL: "http://localhost:3000",
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "Gatebook <gatebook@example.org>",
      NEXTAUTH_SECRET: "for-tests-only-0123456789-0123456789",
    },
    projects: [
      {
        extends: true,
        test: {
          ...everywhere,
          name: "rules",
          // So that on a busy machine a slow one fails by what it finds, and not by the clock.
          testTimeout: 20_000,
          // Pure functions share nothing, so the files may share a worker: 6 seconds instead of 30.
          isolate: false,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...everywhere.exclude, "**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...everywhere,
          name: "database",
          include: ["**/*.db.test.ts"],
          globalSetup: ["lib/launch/test-server.ts"],
          setupFiles: ["lib/launch/test-ending.ts"],
          // Each file sets its own database before it begins, and nothing else outlives it: a worker that
          // goes on with the next file has all modules warm, which is a third less time.
          isolate: false,
          // Each file has a database of its own and waits for it more than it computes.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
