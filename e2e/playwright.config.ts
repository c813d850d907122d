import { defineConfig, devices } from "@playwright/test";
import { ZONE } from "./calendar";

export default defineConfig({
  testDir: ".",
  globalSetup: "./shared-instance.ts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // A whole story signs in, fills a form of thirty questions and moves it through the archive.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/report.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: ZONE,
    viewport: { width: 1280, height: 900 },
    // Nothing moves, so that nothing is clicked or measured while it does.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: "only-on-failure",
  },
  projects: [{ name: "chromium" }],
});
