import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromiumPath } from "@/lib/launch/chromium";
import { freePort } from "@/lib/launch/ports";
import { arriveAs } from "../beginnings";
import { sharedInstance } from "../shared-instance";
import { test } from "../test";

// `npm run bench:lighthouse`: what Lighthouse makes of the pages that people open most, on the
// production build with the demo team's data. The last line is JSON: the lowest score of each kind.

const PATHS = ["", "/requests", "/requests/GB-1", "/duties", "/people", "/access"];
const KINDS = ["performance", "accessibility", "best-practices"] as const;

test("Lighthouse", async ({ page }) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  const cookies = await page.context().cookies();
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const port = await freePort();
  const options = await chromiumPath();
  const args = [...options.args, `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ ...options, args });
  const lowest = { performance: 100, accessibility: 100, "best-practices": 100 };
  for (const path of PATHS) {
    const url = `${sharedInstance().address}/t/ruiz-lab${path}`;
    const flags = { port, extraHeaders: { Cookie }, onlyCategories: [...KINDS] };
    const result = await lighthouse(url, flags, desktopConfig);
    if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
    const { categories, audits } = result.lhr;
    const scores = KINDS.map((kind) => Math.round((categories[kind]?.score ?? 0) * 100));
    KINDS.forEach((kind, index) => {
      lowest[kind] = Math.min(lowest[kind], scores[index] ?? 0);
    });
    console.log(`${path || "/"}: ${KINDS.map((kind, at) => `${kind} ${scores[at]}`).join(", ")}`);
    for (const { id, title, score, scoreDisplayMode } of Object.values(audits)) {
      const isWeak = score !== null && score < 0.9 && scoreDisplayMode !== "informative";
      if (isWeak) console.log(`  ${id}: ${title} (${score})`);
    }
  }
  await browser.close();
  console.log(JSON.stringify(lowest));
});
