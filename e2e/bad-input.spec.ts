import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { samplePng } from "@/lib/documents/sample-files";
import { newTeamOf } from "./beginnings";
import { today } from "./calendar";
import * as request from "./request";
import { expect, test } from "./test";

/** Opens a new, begun request and gives its number. */
async function begin(page: Page): Promise<string> {
  await request.requestAccess(page, "egas00000000083");
  await request.write(page, "Title in Gatebook", "Subtypes");
  return request.saveDraft(page);
}

/** Fills in all that the form asks for. */
async function complete(page: Page) {
  await request.write(page, "Data access committee", "METABRIC");
  await request.write(page, "E-mail address of the committee", "dac@example.org");
  await request.write(page, "Data sets and why each is needed", "The whole cohort.");
  await request.write(page, "Project title", "Subtypes");
  await request.write(page, "Project description", "How subtypes predict response.");
  await request.name(page, "Applicant", "Ana");
  await request.name(page, "Legal representative", "Ana");
  await request.write(page, "Security appendix", "Encrypted.");
  await request.choose(page, "Will the data leave the country of the institution?", "No");
  await request.tick(page, "The applicant has read the data access agreement");
}

test("a double click submits once", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await request.requestAccess(page, "egas00000000083");
  await complete(page);
  await page.getByRole("button", { name: "Save draft" }).dblclick();
  await page.waitForURL("**/requests/*/form");
  await page.getByRole("button", { name: "Submit", exact: true }).dblclick();
  await page.waitForURL(/\/requests\/GB-\d+$/);
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByText("recorded “Submit”")).toHaveCount(1);
  const dialog = await request.openMove(page, "Mark as submitted at EGA");
  await dialog.getByRole("button", { name: "Record" }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(history.getByText("recorded “Mark as submitted at EGA”")).toHaveCount(1);
  await page.goto(`/t/${team}/requests`);
  await expect(page.getByRole("rowheader")).toHaveCount(1);
});

test("a double click makes one team and one person", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await page.goto(`/t/${team}/people`);
  await page.getByRole("button", { name: "Add person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Bo Lindqvist");
  await dialog.getByRole("button", { name: "Save" }).dblclick();
  await expect(page.getByRole("rowheader", { name: "Bo Lindqvist" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("rowheader", { name: "Bo Lindqvist" })).toHaveCount(1);
});

test("of two tabs the later one sees both texts and keeps its own", async ({ page }) => {
  await newTeamOf(page, "ana");
  await begin(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await request.write(other, "Project title", "Written first");
  await request.saveDraft(other);
  await request.write(page, "Project title", "Written second");
  await page.getByRole("button", { name: "Save draft" }).click();
  const conflict = page.getByRole("region", { name: /^Somebody else saved this form/ });
  await expect(conflict).toContainText("Written first");
  await expect(conflict).toContainText("Written second");
  await expect(page.getByRole("textbox", { name: "Project title" })).toHaveValue("Written second");
  await conflict.getByRole("radio", { name: "Keep mine" }).check();
  await conflict.getByRole("button", { name: "Save this choice" }).click();
  await expect(conflict).toBeHidden();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await other.reload();
  await expect(other.getByRole("textbox", { name: "Project title" })).toHaveValue("Written second");
});

test("a session that ended keeps what was typed", async ({ page }) => {
  await newTeamOf(page, "ana");
  await begin(page);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await request.write(page, "Project title", "Typed for an hour");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("You are signed out", { exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Project title" })).toHaveValue(
    "Typed for an hour",
  );
  await page.context().addCookies(cookies);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
});

test("uploads that are too large or lie about what they are get a sentence", async ({
  page,
  watch,
}, testInfo) => {
  watch.expect(/413|415|422/);
  await newTeamOf(page, "ana");
  const number = await begin(page);
  await page.goto(page.url().replace(/\/form$/, ""));
  const documents = page.getByRole("region", { name: "Documents" });
  async function upload(name: string, content: Uint8Array) {
    const file = testInfo.outputPath(name);
    writeFileSync(file, content);
    const chooser = page.waitForEvent("filechooser");
    await documents.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles(file);
    await expect(documents.getByRole("list", { name: "Files to send" })).toContainText(name);
    const send = documents.getByRole("button", { name: "Send 1 file" });
    // What can be told before it is sent never goes.
    if (await send.isVisible()) await send.click();
  }
  const putAway = (name: string) =>
    documents.getByRole("button", { name: `Put away ${name}` }).click();
  await upload("huge.pdf", Buffer.alloc(26 * 1024 * 1024, "%PDF-1.7\n"));
  await expect(documents.getByText("The file is larger than 25 MB.")).toBeVisible();
  await putAway("huge.pdf");
  for (const [name, content] of [
    ["picture.pdf", samplePng()],
    ["page.pdf", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["page.html", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["drawing.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["empty.pdf", Buffer.alloc(0)],
  ] as const) {
    await upload(name, content);
    const sentence = documents.getByRole("status").filter({ hasText: /\w+ .*\./ });
    await expect(sentence, name).toBeVisible();
    await expect(documents.getByRole("link", { name }), name).toHaveCount(0);
    await putAway(name);
  }
  await upload("letter.pdf", Buffer.from("%PDF-1.7\nfine\n%%EOF\n"));
  await expect(documents.getByRole("link", { name: "letter.pdf" }).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
});

test("a document comes back byte for byte, as a file to save", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await begin(page);
  await page.goto(page.url().replace(/\/form$/, ""));
  const documents = page.getByRole("region", { name: "Documents" });
  const buffer = Buffer.from(`%PDF-1.7\n${"\u0000é".repeat(500)}\n%%EOF\n`);
  const chooser = page.waitForEvent("filechooser");
  await documents.getByRole("button", { name: "Choose files" }).click();
  const name = 'Ação "final"; <b>.pdf';
  await (await chooser).setFiles({ name, mimeType: "application/pdf", buffer });
  await documents.getByRole("button", { name: "Send 1 file" }).click();
  const link = documents.getByRole("link").first();
  await expect(link).toBeVisible();
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(Buffer.compare(await answer.body(), buffer)).toBe(0);
  expect(answer.url()).toContain(`/api/t/${team}/documents/`);
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; /);
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");
});

const HOSTILE = [
  ["a formula", "=1+1"],
  ["a script", "<script>alert(1)</script>"],
  ["an image that runs", '"><img src=x onerror=alert(1)>'],
  ["a right-to-left override", "invoice\u202Efdp.exe"],
  ["control characters", "bell\u0007 and nothing\u0000"],
  ["10 000 characters", "x".repeat(10_000)],
  ["half a character", "\uD83D"],
] as const;

test("hostile titles are refused with a sentence, or shown as they are", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await begin(page);
  page.on("dialog", () => expect("a dialog of the browser").toBe("never seen"));
  const title = page.getByRole("textbox", { name: "Title in Gatebook" });
  for (const [what, text] of HOSTILE) {
    await title.fill(text);
    await page.getByRole("button", { name: "Save draft" }).click();
    const bar = page.getByRole("status").filter({ hasText: /^(Saved \d|Not saved)/ });
    await expect(bar, what).toBeVisible();
    if (await bar.filter({ hasText: "Not saved" }).isVisible()) {
      await expect(title, what).toHaveAttribute("aria-invalid", "true");
      continue;
    }
    const list = await page.context().newPage();
    await list.goto(`/t/${team}/requests`);
    await expect(list.getByRole("rowheader").first(), what).toContainText(
      text.trim().toWellFormed(),
    );
    await list.close();
  }
});

test("dates that do not exist or end before they start are refused at the field", async ({
  page,
}) => {
  await newTeamOf(page, "ana");
  await request.requestAccess(page, "egas00000000083");
  await complete(page);
  const embargo = page.getByRole("textbox", { name: "Publication embargo until" });
  await embargo.fill("2027-02-30");
  await embargo.blur();
  await expect(embargo).toHaveAccessibleDescription(/^There is no 30 February 2027\./);
  await embargo.fill("");
  await request.submit(page);
  const filing = await request.openMove(page, "Mark as submitted at EGA");
  const on = filing.getByRole("textbox", { name: "Sent to the committee on" });
  for (const wrong of ["2026-02-30", "30.02.2026", "yesterday", "9999-12-31", ""]) {
    await on.fill(wrong);
    await filing.getByRole("button", { name: "Record" }).click();
    await expect(on, wrong).toHaveAccessibleDescription(/\w+ .*\./);
  }
  await filing.getByRole("button", { name: "Cancel" }).click();
  await request.record(page, "Mark as submitted at EGA");
  const approval = await request.openMove(page, "Record approval");
  const until = approval.getByRole("textbox", { name: "Access until" });
  await approval.getByRole("textbox", { name: "Access from" }).fill(today());
  for (const wrong of ["2026-01-01", "2027-02-30", "2126-01-01"]) {
    await until.fill(wrong);
    await approval.getByRole("button", { name: "Record" }).click();
    await expect(until, wrong).toHaveAccessibleDescription(/\w+ .*\./);
  }
});

test("a person's last day cannot come before the first", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await page.goto(`/t/${team}/people`);
  await page.getByRole("button", { name: "Add person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Bo Lindqvist");
  const last = dialog.getByRole("textbox", { name: "Last day" });
  for (const wrong of ["2001-01-01", "2027-02-30"]) {
    await last.fill(wrong);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(last, wrong).toHaveAccessibleDescription(/^(The last day cannot|There is no 30)/);
  }
});

test("bodies that no form sends are refused, never with a stack trace", async ({
  page,
  baseURL,
}) => {
  const team = await newTeamOf(page, "ana");
  const origin = baseURL ?? "";
  const action = { origin, "next-action": "0".repeat(42), "content-type": "text/plain" };
  const form = { origin, "content-type": "application/x-www-form-urlencoded" };
  const upload = { origin, "content-type": "application/pdf" };
  const documents = `/api/t/${team}/documents`;
  for (const [path, headers, data] of [
    ["/sign-in", action, "x".repeat(2_000_000)],
    ["/sign-in", form, `email=${"x".repeat(2_000_000)}`],
    ["/sign-in", form, "email=a%00b&=&&&%%%"],
    [`/t/${team}/people`, action, '[{"__proto__":{"role":"lead"}}]'],
    [`/t/${team}/people`, action, "not json at all"],
    [documents, upload, "%PDF-1.7"],
    [documents, { ...upload, "x-document-id": "1' OR '1'='1", "x-file-name": "%E0%A4%A" }, "x"],
    [`${documents}?request=nonsense`, upload, "%PDF-1.7"],
  ] as const) {
    const answer = await page.request.post(path, { headers, data });
    const said = `${path} ${data.slice(0, 40)}: ${answer.status()}`;
    expect.soft(answer.status(), said).toBeLessThan(500);
    expect.soft(await answer.text(), said).not.toMatch(/\bat .+\(.+:\d+:\d+\)|node_modules/);
  }
});
