import { describe, expect, it } from "vitest";
import { plainPage } from "./plain-page";

describe("plainPage", () => {
  it("says its sentence in the visitor's language, and when it tries again", async () => {
    const english = plainPage("en", 503, "databaseAway", 10);
    const german = plainPage("de", 503, "databaseAway", 10);
    expect([english.status, english.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await english.text()).toMatch(/<html lang="en">.*cannot reach its database/s);
    expect(await german.text()).toMatch(/<html lang="de">.*erreicht seine Datenbank gerade nicht/s);
  });

  it("is not tried again by itself where that would help nobody", async () => {
    const page = plainPage("en", 403, "foreignOrigin");
    expect(page.headers.get("retry-after")).toBeNull();
    expect(await page.text()).not.toContain("http-equiv");
  });
});
