import { describe, expect, it, test } from "vitest";
import { readDuo } from "./duo";
import { DUO_TERMS } from "./duo-terms";

const shorts = (text: string) => readDuo(text)?.map(({ term }) => term.short) ?? null;

describe("a term of the Data Use Ontology", () => {
  test.each([
    ["DUO:0000042", ["GRU"]],
    ["DUO_0000042", ["GRU"]],
    ["duo:0000042", ["GRU"]],
    [" DUO:0000042 ", ["GRU"]],
    ["http://purl.obolibrary.org/obo/DUO_0000042", ["GRU"]],
    ["https://purl.obolibrary.org/obo/DUO_0000042", ["GRU"]],
    ["obo:DUO_0000042", ["GRU"]],
    ["DUO:00000044", ["NPOA"]],
    ["DUO:0000044", ["NPOA"]],
    ["DUO:0000005", ["GRU", "CC"]],
  ])("%s is read", (text, expected) => {
    expect(shorts(text)).toEqual(expected);
  });

  test.each(["DUO:0000099", "DUO:00000042", "DUO:42", "GRU", "", "MONDO:0000042", "DUO:0000042 x"])(
    "%s is none",
    (text) => {
      expect(readDuo(text)).toBeNull();
    },
  );

  it("carries its value after an equals sign", () => {
    expect(readDuo("DUO:0000024=2027-03-01")?.[0]?.value).toBe("2027-03-01");
    expect(readDuo("DUO:0000022 = DE, AT")?.[0]?.value).toBe("DE, AT");
    expect(readDuo("DUO:0000022=")).toBeNull();
  });

  it("is there once, with every code the ontology has for data sets", () => {
    const codes = DUO_TERMS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^DUO:\d{7}$/.test(code))).toBe(true);
    const kinds = DUO_TERMS.map(({ kind }) => kind);
    const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
    expect([count("permission"), count("modifier"), count("investigation"), count("root")]).toEqual(
      [5, 18, 10, 2],
    );
  });
});
