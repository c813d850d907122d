import { newTeamOf } from "./beginnings";
import { expect, test } from "./test";

test("a page that takes long to come shows its outline meanwhile, and no page is missing then", async ({
  page,
  watch,
}) => {
  const team = await newTeamOf(page, "Nia Slow");
  await page.goto(`/t/${team}`);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    (url) => url.pathname === `/t/${team}/requests`,
    async (route) => {
      await released;
      await route.continue();
    },
  );
  const main = page.getByRole("main");
  await page.getByRole("link", { name: "Requests", exact: true }).click();
  await expect(main).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeHidden();
  release();
  await expect(page.getByRole("heading", { name: "Requests", level: 1 })).toBeVisible();
  await expect(main).toHaveAttribute("aria-busy", "false");

  watch.expect(/404 \(Not Found\)/);
  const answer = await page.goto(`/t/${team}/requests/GB-999`);
  expect(answer?.status(), "what is not there is a 404, not an outline").toBe(404);
});
