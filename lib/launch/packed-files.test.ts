import { expect, test } from "vitest";
import { packedForm } from "./packed-files.mjs";

const isThere = (file: string) => file === "chunks/a.js.br" || file === "chunks/[b].css.br";
const SCRIPT = "/_next/static/chunks/a.js";

test.each(["br", "gzip, deflate, br, zstd", "gzip;q=0.5, br;q=0.9", " br "])(
  "whoever accepts %s gets the packed script",
  (accepted) => {
    expect(packedForm(`${SCRIPT}?dpl=1`, accepted, isThere)).toEqual({
      url: `${SCRIPT}.br?dpl=1`,
      headers: {
        "Content-Type": "application/javascript; charset=UTF-8",
        "Content-Encoding": "br",
        Vary: "Accept-Encoding",
      },
    });
  },
);

test.each([undefined, "", "gzip", "br;q=0", "br;q=0.0, gzip", "brotli"])(
  "whoever accepts %s gets it as it is",
  (accepted) => {
    expect(packedForm(SCRIPT, accepted, isThere)).toBeNull();
  },
);

test("styles are packed too, also where their name is written with percent signs", () => {
  const packed = packedForm("/_next/static/chunks/%5Bb%5D.css", "br", isThere);
  expect(packed?.headers["Content-Type"]).toContain("text/css");
});

test.each([
  "/t/ruiz-lab",
  "/_next/static/chunks/unknown.js",
  "/_next/static/media/font.woff2",
  "/_next/static/../server/a.js",
  "/other/a.js",
])("%s has no packed form", (url) => {
  expect(packedForm(url, "br", isThere)).toBeNull();
});
