import { addDays } from "@/lib/dates/day";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today, workersToday } from "./calendar";
import { approvedProject } from "./dbgap-project";
import { checkPage } from "./page-check";
import * as renewal from "./renewal";
import * as request from "./request";
import { expect, test } from "./test";

const PEOPLE = {
  pi: "Ana",
  signingOfficial: "Frank Mercer",
  itDirector: "Grace Liu",
  collaborator: "Bo Lind",
};

test("dbGaP: renewed, a person dropped, what came of the data told, and the years as one chain", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, years");
  for (const person of ["Frank Mercer", "Grace Liu", "Bo Lind"]) {
    await addPerson(page, team, person);
  }
  const number = await approvedProject(page, PEOPLE, {
    accession: "phs000424.v10.p2",
    endsOn: addDays(workersToday(), 75),
  });

  await page.goto(`/t/${team}/outputs`);
  await checkPage(page);
  await page.getByRole("button", { name: "Log an output" }).click();
  const output = page.getByRole("dialog", { name: "Log an output" });
  await output.getByRole("textbox", { name: "Title" }).fill("Genes of age");
  await output.getByRole("textbox", { name: "DOI" }).fill("https://doi.org/10.1000/XYZ");
  await output.getByRole("textbox", { name: "Out on" }).fill(today());
  await output.getByRole("combobox", { name: "Requests it rests on" }).click();
  await page.getByRole("option", { name: number }).click();
  await page.keyboard.press("Escape");
  await output.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "10.1000/xyz" })).toBeVisible();
  await expect(page.getByText("not reported yet")).toBeVisible();

  await page.goto(`/t/${team}/requests/${number}`);
  await renewal.openTab(page, "Renewal");
  await expect(page.getByRole("region", { name: "Renewal" })).toContainText(
    "Last safe day to file",
  );
  await checkPage(page);
  await renewal.begin(page);
  await expect(page.getByText("Save the report first.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Genes of age" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Publications" })).toHaveValue(
    /^Genes of age .* 10\.1000\/xyz$/,
  );
  await page.getByRole("switch", { name: /Bo Lind/ }).uncheck();
  await expect(page.getByText(/Once the renewal is approved: Remove the person/)).toBeVisible();
  await renewal.writeReport(page);
  await checkPage(page);
  await page.reload();
  await expect(page.getByRole("switch", { name: /Bo Lind/ })).not.toBeChecked();
  await renewal.file(page);
  await page.goto(`/t/${team}/outputs`);
  await expect(page.getByText("reported in round 2")).toBeVisible();

  await page.goto(`/t/${team}/requests/${number}`);
  await request.record(page, "Signing official approved");
  await request.recordApproval(page, "Record approval", {
    endsOn: addDays(workersToday(), 400),
    answers: { "Data access request number": "118322-2" },
  });
  await expect(page.getByText(/Remove the person from every copy/).first()).toBeVisible();

  await renewal.openTab(page, "Rounds");
  const chain = page.getByRole("region", { name: "Rounds", exact: true });
  await expect(chain.getByRole("heading", { name: /^Round \d/ })).toHaveCount(2);
  await expect(chain).toContainText("Renewed by round 2.");
  await chain.getByText("What changed since round 1").click();
  await expect(chain.getByText("Bo Lind").first()).toBeVisible();
  await checkPage(page);
});

test("a renewal that is given up leaves the approval, and may be begun again", async ({ page }) => {
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, second thoughts");
  for (const person of ["Frank Mercer", "Grace Liu", "Bo Lind"]) {
    await addPerson(page, team, person);
  }
  const number = await approvedProject(page, PEOPLE, {
    accession: "phs000424.v10.p2",
    endsOn: addDays(workersToday(), 40),
  });
  await renewal.openTab(page, "Renewal");
  await expect(page.getByRole("region", { name: "Renewal" })).toContainText("Access ends");
  await renewal.begin(page);
  await page.goto(`/t/${team}/requests/${number}`);
  await request.record(page, "Give it up, the approval stands");
  await expect(page.getByText("Approved").first()).toBeVisible();
  await renewal.openTab(page, "Rounds");
  await expect(page.getByRole("region", { name: "Rounds", exact: true })).toContainText("Given up");
  await renewal.begin(page);
});

test("a signature at PhysioNet is not renewed, and the page says what to do instead", async ({
  page,
}) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto("/t/ruiz-lab/requests?q=MIMIC-IV");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await renewal.openTab(page, "Renewal");
  await expect(page.getByRole("region", { name: "Not renewable" })).toContainText(
    "What to do instead",
  );
  await checkPage(page);
});
