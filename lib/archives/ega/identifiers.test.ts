import { expect, test } from "vitest";
import { egaLandingUrl, readEgaIdentifiers } from "./identifiers";

test.each([..."SDCPNFXRZBW"])("EGA%s accessions are read in any case", (letter) => {
  const value = `EGA${letter}50000000773`;
  expect(readEgaIdentifiers(`see ${value.toLowerCase()}.`)).toEqual([{ scheme: "ega", value }]);
});

test.each(["EGAQ00000000001", "EGAD0000000000", "EGAD000000000012", "MEGAD00000000001"])(
  "%s is no accession",
  (text) => {
    expect(readEgaIdentifiers(text)).toEqual([]);
  },
);

test.each([
  ["EGAD00001002886", "https://ega-archive.org/datasets/EGAD00001002886"],
  ["EGAS00001000910", "https://ega-archive.org/studies/EGAS00001000910"],
  ["EGAC00001000010", "https://ega-archive.org/dacs/EGAC00001000010"],
  ["EGAN00001000010", null],
])("%s leads to %s", (value, url) => {
  expect(egaLandingUrl({ scheme: "ega", value })).toBe(url);
});

test("an EGA address of a dbGaP study is a listing", () => {
  const [listing] = readEgaIdentifiers("https://ega-archive.org/studies/PHS000821");
  expect(listing).toEqual({ scheme: "ega_listing", value: "phs000821" });
  expect(listing && egaLandingUrl(listing)).toBe("https://ega-archive.org/studies/phs000821");
});
