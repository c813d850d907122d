import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { newAddress } from "./app";
import { addPerson, arriveAs, joinAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { placedProject, signedOff } from "./dbgap-project";
import { checkPage } from "./page-check";
import * as request from "./request";
import { expect, test } from "./test";

const PEOPLE = { pi: "Bo Lind", signingOfficial: "Frank Mercer", itDirector: "Grace Liu" };
const GTEX = "phs000424.v10.p2";

/** A team whose PI is somebody else than its lead, who is signed in. */
async function teamOf(page: Page, name: string): Promise<string> {
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, name);
  for (const person of Object.values(PEOPLE)) await addPerson(page, team, person);
  return team;
}

const standing = (page: Page) => page.getByRole("region", { name: "Where it stands" });

test("a request says in one sentence where it stands, and offers each reader one next step", async ({
  page,
  somebodyElse,
}) => {
  const team = await teamOf(page, "Ana lab, one sentence");
  const viewer = await somebodyElse();
  await joinAs(viewer, page, team, { name: "eva", role: "viewer" });

  await request.requestAccess(page, GTEX);
  await request.write(page, "Project title", "Ageing");
  const draft = await request.saveDraft(page);
  await page.goto(`/t/${team}/requests/${draft}`);
  await expect(standing(page)).toContainText(/You are writing it; \d+ answers are missing\./);
  await expect(standing(page).getByRole("link", { name: "Continue the form" })).toBeVisible();
  await checkPage(page);
  await viewer.goto(`/t/${team}/requests/${draft}`);
  await expect(standing(viewer)).toContainText(/Ana \w+ is writing it/);
  await expect(standing(viewer)).toContainText("Waiting on Ana");
  await expect(standing(viewer).getByRole("button")).toHaveCount(0);
  await expect(standing(viewer).getByRole("link", { name: "Continue the form" })).toHaveCount(0);

  const number = await placedProject(page, PEOPLE, GTEX, []);
  await expect(standing(page)).toContainText("Bo Lind has the next step.");
  await expect(standing(page)).toContainText("Waiting on Bo Lind");
  const filing = page.getByRole("button", { name: "Mark as submitted at dbGaP" });
  await expect(filing).toHaveCount(0);
  await request.record(page, "Mark as submitted at dbGaP", {
    "Submitted on": addDays(today(), -12),
    "dbGaP project number": "40215",
  });
  await expect(standing(page)).toContainText(
    "Frank Mercer must sign next; it has waited for 12 days; usually it takes 28 days.",
  );
  await request.record(page, "Signing official approved", {
    "Approved by the signing official on": addDays(today(), -2),
  });
  await expect(standing(page)).toContainText(
    "dbGaP’s committee has had it for 2 days; usually it takes 30.",
  );
  await expect(page.getByRole("button", { name: "Record approval" })).toBeVisible();
  await viewer.goto(`/t/${team}/requests/${number}`);
  await expect(standing(viewer)).toContainText("Waiting on the data access committee");
  await checkPage(viewer);
});

test("several files are looked through before they are sent, with their hashes and what is twice", async ({
  page,
}) => {
  await teamOf(page, "Ana lab, papers");
  await placedProject(page, PEOPLE, GTEX, signedOff(today(), today()));
  const documents = page.getByRole("region", { name: "Documents" });
  const letter = Buffer.from("%PDF-1.7\nOne letter.\n%%EOF\n").toString("latin1");
  const drop = (files: readonly { name: string; content: string }[]) =>
    page.evaluateHandle((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, content } of dropped) transfer.items.add(new File([content], name));
      return transfer;
    }, files);
  await expect(documents.getByRole("button", { name: "Choose files" })).toBeVisible();
  const zone = documents.getByText("Drop files here, or");
  const dataTransfer = await drop([
    { name: "letter.pdf", content: letter },
    { name: "copy of letter.pdf", content: letter },
    { name: "table.xlsx", content: "PK" },
  ]);
  await zone.dispatchEvent("drop", { dataTransfer });
  const staged = documents.getByRole("list", { name: "Files to send" });
  await expect(staged.getByRole("listitem")).toHaveCount(3);
  await expect(staged.getByText(/^SHA-256 [0-9a-f]{64}$/)).toHaveCount(2);
  await expect(staged).toContainText("Chosen twice: the same file as letter.pdf.");
  await expect(staged).toContainText("This kind of file is not taken.");
  await checkPage(page);
  await staged.getByRole("button", { name: "Put away copy of letter.pdf" }).click();
  await documents.getByRole("button", { name: "Send 1 file" }).click();
  await expect(documents.getByRole("link", { name: "letter.pdf" })).toBeVisible();
  await expect(staged.getByRole("listitem")).toHaveCount(1);

  await zone.dispatchEvent("drop", {
    dataTransfer: await drop([{ name: "again.pdf", content: letter }]),
  });
  await expect(staged).toContainText("The same file as letter.pdf.");
});

test("the history shows what an edit changed, and only steps where only steps are asked for", async ({
  page,
}) => {
  const team = await teamOf(page, "Ana lab, differences");
  await request.requestAccess(page, GTEX);
  await request.write(page, "Project title", "Regulation of genes");
  const number = await request.saveDraft(page);
  await request.write(page, "Project title", "Regulation of ageing genes");
  await request.saveDraft(page);
  await page.goto(`/t/${team}/requests/${number}`);
  const history = page.getByRole("region", { name: "History" });
  await history.getByText("Show the change").click();
  await expect(history.getByRole("insertion")).toContainText("ageing");
  await expect(history.getByRole("deletion")).toHaveCount(0);
  await checkPage(page);
  await history.getByRole("link", { name: "Steps" }).click();
  await expect(history.getByText("Show the change")).toHaveCount(0);
  await expect(history).toContainText("started this request");
});

test("a step recorded by mistake is undone from the message that tells of it", async ({ page }) => {
  await teamOf(page, "Ana lab, undo");
  await placedProject(page, PEOPLE, GTEX, []);
  await request.record(page, "Mark as submitted at dbGaP", {
    "Submitted on": today(),
    "dbGaP project number": "40215",
  });
  await expect(standing(page)).toContainText("SO review");
  const undo = page.getByRole("alert").getByRole("button", { name: "Undo" });
  await undo.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Undone: “Mark as submitted at dbGaP”.")).toBeVisible();
  await expect(standing(page)).toContainText("Ready to file");
  await expect(page.getByRole("region", { name: "History" })).toContainText(
    "Undone right after it was recorded.",
  );
  await checkPage(page);
});

test("what the team says is said on the page, apart from letters, and not printed", async ({
  page,
}) => {
  await teamOf(page, "Ana lab, said");
  await placedProject(page, PEOPLE, GTEX, signedOff(today(), today()));
  const comments = page.getByRole("region", { name: "Comments" });
  await comments.getByRole("textbox", { name: "Comment for the team" }).fill("Frank is away.");
  await comments.getByRole("button", { name: "Add comment" }).click();
  await expect(comments.getByRole("listitem")).toContainText("Frank is away.");
  await expect(comments).toContainText("1 comment, no letter");
  const people = page.getByRole("region", { name: "People" });
  await expect(people.getByRole("listitem").filter({ hasText: "principal" }).first()).toContainText(
    /lacks/,
  );
  await page.emulateMedia({ media: "print" });
  await expect(comments).toBeHidden();
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
  await expect(standing(page)).toBeVisible();
});
