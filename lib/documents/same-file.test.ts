import { describe, expect, it } from "vitest";
import { sameFile } from "./same-file";

const file = (name: string, sha256: string | null) => ({ name, sha256 });

describe("the same file", () => {
  const kept = [file("letter.pdf", "a1")];

  it("is found among those kept, then among those chosen before", () => {
    const chosen = [file("copy.pdf", "a1"), file("new.pdf", "b2"), file("again.pdf", "b2")];
    const [copy, fresh, again] = chosen;
    if (!copy || !fresh || !again) throw new Error("three files were chosen");
    expect(sameFile(copy, kept, chosen)).toEqual({ where: "kept", name: "letter.pdf" });
    expect(sameFile(fresh, kept, chosen)).toBeNull();
    expect(sameFile(again, kept, chosen)).toEqual({ where: "chosen", name: "new.pdf" });
  });

  it("is none while a hash is not known", () => {
    const chosen = [file("a.pdf", null), file("b.pdf", null)];
    for (const each of chosen) expect(sameFile(each, [file("c.pdf", null)], chosen)).toBeNull();
  });
});
