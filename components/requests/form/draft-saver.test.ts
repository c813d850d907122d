import { describe, expect, it } from "vitest";
import { createDraftSaver } from "./draft-saver";

/** A server that answers when told to, and notes what it was sent. */
function slowServer() {
  const sent: string[] = [];
  const answers: ((isSaved: boolean) => void)[] = [];
  const page = { text: "" };
  const saver = createDraftSaver(() => {
    sent.push(page.text);
    return new Promise<{ isSaved: boolean }>((resolve) =>
      answers.push((isSaved) => resolve({ isSaved })),
    );
  });
  const type = (text: string) => {
    page.text = text;
    saver.changed();
  };
  const answer = async (isSaved = true) => {
    answers.shift()?.(isSaved);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { saver, sent, type, answer };
}

describe("saving a draft", () => {
  it("sends one text at a time and the latest last", async () => {
    const { saver, sent, type, answer } = slowServer();
    type("a");
    const first = saver.flush();
    type("ab");
    saver.flush();
    type("abc");
    saver.flush();
    expect(sent).toEqual(["a"]);
    await answer();
    expect(sent).toEqual(["a", "abc"]);
    expect(saver.isDirty()).toBe(true);
    await answer();
    expect(sent).toEqual(["a", "abc"]);
    expect(saver.isDirty()).toBe(false);
    expect(await first).toEqual({ isSaved: true });
  });

  it("does not take for saved what was typed while a save was under way", async () => {
    const { saver, type, answer } = slowServer();
    type("a");
    saver.flush();
    type("ab");
    await answer();
    expect(saver.isDirty()).toBe(true);
  });

  it("stays unsaved after a refusal and may be sent again", async () => {
    const { saver, sent, type, answer } = slowServer();
    type("a");
    const refused = saver.flush();
    await answer(false);
    expect(await refused).toEqual({ isSaved: false });
    expect(saver.isDirty()).toBe(true);
    saver.flush();
    await answer();
    expect(sent).toEqual(["a", "a"]);
    expect(saver.isDirty()).toBe(false);
  });
});
