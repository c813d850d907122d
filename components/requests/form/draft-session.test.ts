import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DraftContent } from "@/lib/requests/merge";
import { DraftSession, type SaveState } from "./draft-session";
import type { KnownDraft, Outcome } from "./save-draft";

const UNIT = crypto.randomUUID();
const text = (title: string): DraftContent => ({
  title,
  unitIds: [UNIT],
  personIds: [],
  answers: {},
  itemAnswers: {},
});

/** A tab with a form in it; what the server answers is decided by each test. */
function openForm(
  answer: (known: KnownDraft, content: DraftContent) => Outcome,
  start = "",
  stored = "",
) {
  const page = { title: start, states: [] as SaveState["at"][], number: 0, locks: {} };
  const known = { id: crypto.randomUUID(), version: null, number: null, base: text(stored) };
  const session = new DraftSession(known, {
    read: () => text(page.title),
    check: async () => true,
    send: async (stored, content) => answer(stored, content),
    onState: ({ at }) => page.states.push(at),
    onNumbered: (number) => {
      page.number = number;
    },
    onRefused: () => undefined,
    onLocks: (locks) => {
      page.locks = locks;
    },
  });
  const restored = session.begin();
  const type = (title: string) => {
    page.title = title;
    session.typed();
  };
  return { page, session, type, restored };
}

const saved = (known: KnownDraft, content: DraftContent): Outcome => ({
  isSaved: true,
  saved: { number: 7, version: (known.version ?? 0) + 1 },
  content,
});

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  vi.stubGlobal("window", {
    location: { pathname: "/t/lab/requests/new", search: "" },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a form that saves itself", () => {
  it("waits until nobody has typed for a while, and saves once", async () => {
    const send = vi.fn(saved);
    const { page, type } = openForm(send);
    type("H");
    await vi.advanceTimersByTimeAsync(1_000);
    type("Hearts");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(send).toHaveBeenCalledOnce();
    expect(page).toMatchObject({ number: 7, states: ["unsaved", "unsaved", "saving", "saved"] });
  });

  it("keeps in the tab what could not be saved, and finds it again", async () => {
    const { session, type } = openForm(() => ({ isSaved: false, why: "signedOut" }));
    type("Hearts");
    await session.flush();
    session.end();
    expect(openForm(saved).restored?.title).toBe("Hearts");
  });

  it("forgets the kept text once it is saved", async () => {
    const { session, type } = openForm(saved);
    type("Hearts");
    session.keep();
    await session.flush();
    expect(openForm(saved).restored).toBeNull();
  });

  it("waits for a decision when somebody else saved another text", async () => {
    const current = { ...text("Theirs"), version: 4, locks: {} };
    const send = vi.fn((_known: KnownDraft, _content: DraftContent): Outcome => {
      return { isSaved: false, why: "conflict", message: "Compare.", current };
    });
    const { page, type, session } = openForm(send);
    type("Mine");
    await vi.advanceTimersByTimeAsync(2_000);
    type("Mine too");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledOnce();
    expect(page.states.at(-1)).toBe("stuck");
    send.mockImplementation(saved);
    expect(await session.adopt(current)).toMatchObject({ isSaved: true, saved: { version: 5 } });
  });

  it("learns what is locked by now from the text that somebody else saved", async () => {
    const current = { ...text("Theirs"), version: 4, locks: { people: "not_sent_back" as const } };
    const { page, type, session } = openForm(() => {
      return { isSaved: false, why: "conflict", message: "Compare.", current };
    });
    type("Mine");
    await session.flush();
    expect(page.locks).toEqual(current.locks);
  });

  it("knows after a reload upon which text the kept one was written", async () => {
    const first = openForm(() => ({ isSaved: false, why: "unreachable" }));
    first.type("Hearts");
    await first.session.flush();
    first.session.end();
    // Meanwhile somebody else saved, and the page is loaded with their text.
    const second = openForm(saved, "", "Theirs");
    expect(second.restored?.title).toBe("Hearts");
    expect(second.session.base.title).toBe("");
  });

  it("keeps ten minutes of typing without an answer, and saves all of it once there is one", async () => {
    let isOffline = true;
    const send = vi.fn(
      (known: KnownDraft, content: DraftContent): Outcome =>
        isOffline ? { isSaved: false, why: "unreachable" } : saved(known, content),
    );
    const { session, type } = openForm(send);
    for (let minute = 1; minute <= 10; minute++) {
      type(`Minute ${minute}`);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(session.isDirty()).toBe(true);
    isOffline = false;
    await session.flush();
    expect(send.mock.lastCall?.[1].title).toBe("Minute 10");
    expect(session.isDirty()).toBe(false);
  });

  it("goes on when somebody else saved the very same text", async () => {
    const current = { ...text("Same"), version: 4, locks: {} };
    const { session, type } = openForm((known, content) =>
      known.version === 4
        ? saved(known, content)
        : { isSaved: false, why: "conflict", message: "Compare.", current },
    );
    type("Same");
    expect(await session.flush()).toMatchObject({ isSaved: true, saved: { version: 5 } });
  });
});
