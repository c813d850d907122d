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
    projects: [
      {
        extends: true,
        test: {
          ...everywhere,
          name: "rules",
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
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
