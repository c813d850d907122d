import { defineConfig } from "@playwright/test";
import stories from "../playwright.config";

// No promises are tested here: what the pages look like, and how Lighthouse judges them.
export default defineConfig({
  ...stories,
  globalSetup: "../shared-instance.ts",
  testMatch: "*.look.ts",
  timeout: 1_800_000,
  reporter: "list",
  projects: [
    { name: "screens", testMatch: ["screens.look.ts", "large.look.ts"] },
    { name: "lighthouse", testMatch: "lighthouse.look.ts", workers: 1 },
  ],
});
