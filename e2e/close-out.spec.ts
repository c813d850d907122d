import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { getDocumentProxy } from "unpdf";
import { addDays } from "@/lib/dates/day";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today, workersToday } from "./calendar";
import { approvedProject } from "./dbgap-project";
import { checkPage } from "./page-check";
import { openTab } from "./renewal";
import { expect, test } from "./test";

const PEOPLE = { pi: "Ana", signingOfficial: "Frank Mercer", itDirector: "Grace Liu" };

const LETTER = {
  name: "Confirmation.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(`%PDF-1.7\nDestroyed, ${today()}.\n%%EOF\n`),
};

interface Copy {
  what: string;
  place: string;
  kind?: string;
}

async function register(page: Page, { what, place, kind }: Copy): Promise<void> {
  await page.getByRole("button", { name: "Register a copy" }).click();
  const dialog = page.getByRole("dialog", { name: "Register a copy" });
  if (kind) {
    await dialog.getByRole("combobox", { name: "What it is" }).click();
    await page.getByRole("option", { name: kind }).first().click();
  }
  await dialog.getByRole("textbox", { name: "Name" }).fill(what);
  await dialog.getByRole("textbox", { name: "Where exactly" }).fill(place);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("rowheader", { name: what })).toBeVisible();
}

async function destroy(page: Page, what: string): Promise<void> {
  await page.getByRole("button", { name: `Record destruction: ${what}` }).click();
  const dialog = page.getByRole("dialog", { name: `Destroy ${what}` });
  await dialog.getByRole("textbox", { name: "How" }).fill("Overwritten with shred");
  await dialog.getByRole("textbox", { name: "Witness" }).fill("Grace Liu");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

/** Opens the next step, answers it, uploads its paper where there is one to show, and records it. */
async function record(
  page: Page,
  label: string,
  answers: Readonly<Record<string, string>> = {},
  paper?: typeof LETTER,
): Promise<void> {
  const dialog = await openStep(page, label);
  for (const [question, answer] of Object.entries(answers)) {
    await dialog.getByRole("textbox", { name: question }).fill(answer);
  }
  if (paper) {
    const chooser = page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles(paper);
    await expect(dialog.getByRole("link", { name: paper.name })).toBeVisible();
  }
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(step(page, label)).toContainText("(done)");
}

async function openStep(page: Page, label: string) {
  await page.getByRole("button", { name: `Record this step: ${label}` }).click();
  return page.getByRole("dialog", { name: label });
}

function step(page: Page, label: string) {
  const steps = page.getByRole("list", { name: "Steps of the close-out" });
  return steps.getByRole("listitem").filter({ hasText: label }).first();
}

async function download(page: Page, link: string): Promise<{ file: Download; bytes: Buffer }> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const file = await waiting;
  return { file, bytes: await readFile(await file.path()) };
}

test("a project is closed out only once every copy is destroyed, and its certificate verifies", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, the end");
  for (const person of ["Frank Mercer", "Grace Liu"]) await addPerson(page, team, person);
  const number = await approvedProject(page, PEOPLE, {
    accession: "phs000424.v10.p2",
    endsOn: addDays(workersToday(), 75),
  });
  await openTab(page, "Data & close-out");
  await checkPage(page);
  await register(page, { what: "BAM files", place: "/data/gtex" });
  await register(page, { what: "Nightly backup", place: "tape 12", kind: "Backup" });
  await page.getByRole("button", { name: "Begin the close-out" }).click();
  const start = page.getByRole("dialog", { name: `Begin the close-out of ${number}` });
  await start.getByRole("button", { name: "Begin the close-out" }).click();
  await record(page, "Outputs are listed", { "What the list does not say": "Nothing came of it" });
  await record(page, "Final report is written", {
    "How the data were used, and what was found": "Expression over age.",
    "Breaches of the terms": "None",
  });

  const copies = await openStep(page, "Every copy is destroyed");
  await copies.getByRole("button", { name: "Save" }).click();
  await expect(copies.getByRole("alert")).toContainText("2 copies are still open");
  for (const what of ["BAM files", "Nightly backup"]) {
    await expect(copies.getByRole("alert")).toContainText(what);
  }
  await copies.getByRole("button", { name: "Cancel" }).click();
  await checkPage(page);
  for (const what of ["BAM files", "Nightly backup"]) await destroy(page, what);
  await record(page, "Every copy is destroyed");
  await record(page, "PI submitted the close-out at dbGaP");
  await expect(page.getByText("there is no way back")).toBeVisible();
  await record(
    page,
    "Signing official confirmed the destruction",
    { "Name of the signing official": "Frank Mercer" },
    LETTER,
  );
  await expect(page.getByText("The close-out is complete and certified.")).toBeVisible();
  await checkPage(page);

  const json = await download(page, "Certificate as JSON");
  expect(json.file.suggestedFilename()).toBe(`close-out-${number}.json`);
  const pdf = await download(page, "Certificate as PDF");
  const paper = await getDocumentProxy(new Uint8Array(pdf.bytes));
  expect((await paper.getMetadata()).info).toMatchObject({ Language: "en" });
  expect(await paper.getMarkInfo()).toMatchObject({ Marked: true });

  await page.goto(`/t/${team}/certificates`);
  await checkPage(page);
  const check = async (name: string, buffer: Buffer) => {
    const mimeType = "application/json";
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose the file" }).click();
    await (await chooser).setFiles({ name, mimeType, buffer });
    await page.getByRole("button", { name: "Check it" }).click();
    return page.getByRole("status").filter({ hasText: "erif" });
  };
  await expect(await check("own.json", json.bytes)).toContainText(`certificate of ${number}`);
  const text = json.bytes.toString("utf8").replace("Grace Liu", "Nobody");
  const tampered = await check("tampered.json", Buffer.from(text));
  await expect(tampered).toContainText("It does not verify");
  await expect(tampered).toContainText("copies[0].witness");
});

test("a request is handed out as a tagged PDF, with what the form holds", async ({ page }) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto("/t/ruiz-lab/requests?q=Lothian");
  await page.getByRole("rowheader").getByRole("link").first().click();
  const { file, bytes } = await download(page, "PDF of GB-");
  expect(file.suggestedFilename()).toMatch(/^GB-\d+\.pdf$/);
  const paper = await getDocumentProxy(new Uint8Array(bytes));
  expect(await paper.getMarkInfo()).toMatchObject({ Marked: true });
  expect((await paper.getOutline())?.length).toBeGreaterThan(3);
});

test("the pages of copies are accessible, for those who record and those who read", async ({
  page,
}) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  for (const path of ["/copies", "/copies?by=request", "/certificates"]) {
    await page.goto(`/t/ruiz-lab${path}`);
    await checkPage(page);
  }
});
