import { fillBench } from "@/lib/launch/bench-fill";
import { startBenchWeb } from "@/lib/launch/bench-page";
import { FILL_PAGES } from "@/lib/launch/bench-pages-fill";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { migrate } from "@/prisma/migrate";
import { everyPage } from "../every-page";
import { test } from "../test";
import { take } from "./take";

test("screens of a team of 200 people with 10 000 requests", async ({ browser }) => {
  const postgres = await temporaryPostgres();
  try {
    await migrate(postgres.ownerUrl, postgres.appUrl);
    const { token } = await fillBench(postgres.superuserUrl, FILL_PAGES);
    const web = await startBenchWeb(postgres);
    try {
      const context = await browser.newContext({ baseURL: web.address, reducedMotion: "reduce" });
      const cookie = { name: "next-auth.session-token", value: token, url: web.address };
      await context.addCookies([{ ...cookie, httpOnly: true, sameSite: "Lax" }]);
      const page = await context.newPage();
      const paths = await everyPage(page, ["/t/bench"]);
      await take(
        page,
        "large",
        paths.filter((address) => address.startsWith("/t/bench")),
      );
    } finally {
      await web.stop();
    }
  } finally {
    await postgres.stop();
  }
});
