import { checkPage } from "./page-check";
import { expect, test } from "./test";

test("the catalogue is readable without signing in, and accessible", async ({ page }) => {
  await page.goto("/");
  await checkPage(page);
  await page.getByRole("link", { name: "Browse the catalogue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Catalogue" })).toBeVisible();
  for (const path of [
    "/catalogue",
    "/catalogue?view=papers",
    "/catalogue?view=archives",
    "/catalogue?q=no+such+thing",
    "/catalogue/mimic-iv",
    "/catalogue/framingham-phs000007",
    "/catalogue/ixi",
  ]) {
    await page.goto(path);
    await checkPage(page);
  }
});

const SPELLINGS = [
  ["phs000821", "lbc-dnam-age-phs000821"],
  ["PHS000821", "lbc-dnam-age-phs000821"],
  ["phs000821.v1.p1", "lbc-dnam-age-phs000821"],
  [" phs000821.v1 ", "lbc-dnam-age-phs000821"],
  ["https://identifiers.org/dbgap:phs000821", "lbc-dnam-age-phs000821"],
  ["phs000007.c1", "framingham-phs000007"],
  ["egas00001000910", "lbc-methylation-ega"],
  ["EGAD00001002886", "nabec-brain-expression"],
  ["https://ega-archive.org/datasets/EGAD00010000674", "elsa-genotypes"],
  ["mimiciv/3.1", "mimic-iv"],
  ["https://physionet.org/content/mimiciv/3.1/", "mimic-iv"],
  ["10.13026/KPB9-MT58", "mimic-iv"],
  ["https://doi.org/10.13026/kpb9-mt58", "mimic-iv"],
  ["doi:10.5061/DRYAD.0p2ngf1zd", "dryad-mimic-iii-hf-mortality"],
] as const;

test("an accession finds its entry in any spelling", async ({ page }) => {
  await page.goto("/catalogue");
  for (const [typed, slug] of SPELLINGS) {
    await page.getByRole("searchbox", { name: "Search the catalogue" }).fill(typed);
    await page.getByRole("button", { name: "Search" }).click();
    const exact = page.getByRole("listitem").filter({ hasText: "Carries this identifier" });
    await expect(exact.first().getByRole("link").first(), typed).toHaveAttribute(
      "href",
      `/catalogue/${slug}`,
    );
  }
});

test("the filters narrow the list and stand in the address", async ({ page }) => {
  await page.goto("/catalogue");
  const archive = page.getByRole("combobox", { name: "Archive" });
  const option = await archive.getByRole("option", { name: "PhysioNet" }).textContent();
  const count = /\d+/.exec(option ?? "")?.[0];
  await archive.selectOption("physionet");
  await expect(page.getByRole("status")).toHaveText(`${count} data sets`);
  await page.goto(page.url());
  await expect(page.getByRole("status")).toHaveText(`${count} data sets`);
  await expect(archive).toHaveValue("physionet");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL("/catalogue");
});

test("what is typed and chosen before the page's scripts have come counts", async ({ page }) => {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await coming;
    await route.continue();
  });
  await page.goto("/catalogue", { waitUntil: "commit" });
  await page.getByRole("searchbox", { name: "Search the catalogue" }).fill("waveform");
  await page.getByRole("combobox", { name: "Archive" }).selectOption("physionet");
  come();
  await page.waitForURL(/[?&]q=waveform&.*archive=physionet/);
  await expect(page.getByRole("searchbox", { name: "Search the catalogue" })).toHaveValue(
    "waveform",
  );
  await expect(page.getByRole("combobox", { name: "Archive" })).toHaveValue("physionet");
});

test("an entry leads to what it asks for: a request, or the data", async ({ page }) => {
  await page.goto("/catalogue/gtex-phs000424");
  const request = page.getByRole("link", { name: "Request access" });
  await expect(request).toHaveAttribute("href", /^\/sign-in\?callbackUrl=/);
  await page.goto("/catalogue/ixi");
  await expect(page.getByRole("link", { name: /^Get the data/ })).toHaveAttribute(
    "href",
    /^https:\/\/brain-development\.org/,
  );
  await expect(page.getByRole("link", { name: "Request access" })).toHaveCount(0);
});

test("hostile words in the search box are searched for and shown as they are", async ({ page }) => {
  for (const words of [
    "<script>alert(1)</script>",
    '\'; DROP TABLE "Dataset"; --',
    "%00%",
    "\u202Egnp.exe",
    "\\".repeat(50),
    "(".repeat(200),
    "💉".repeat(60),
  ]) {
    const answer = await page.goto(`/catalogue?q=${encodeURIComponent(words)}`);
    expect(answer?.status(), words).toBe(200);
  }
  expect((await page.goto("/catalogue?q=%00%FF%C0%AF&page=-1&archive=a&archive=b"))?.status()).toBe(
    200,
  );
});
