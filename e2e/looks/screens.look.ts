import { newAddress } from "../app";
import { arriveAs, newTeam } from "../beginnings";
import { everyPage } from "../every-page";
import { test } from "../test";
import { take } from "./take";

// `npm run screens`: every page at four widths, light and dark, with the demo team's data, with a team
// that has none and with one that has very much (large.look.ts), as PNG in test-results/screens.

test("screens of the demo team", async ({ page, watch }) => {
  watch.expect(/./);
  const signedOut = ["/", "/catalogue", "/sign-in", "/sign-in/check-mail"];
  await take(page, "signed-out", signedOut);
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await take(page, "demo", await everyPage(page, ["/t/ruiz-lab", "/welcome"]));
});

test("screens of a new team", async ({ page, watch }) => {
  watch.expect(/./);
  await arriveAs(page, newAddress("Nia Empty"));
  const team = await newTeam(page, "Empty lab");
  const paths = await everyPage(page, [`/t/${team}`]);
  const own = paths.filter((address) => address.startsWith(`/t/${team}`));
  await take(page, "empty", own);
});
