import { changedFields } from "@/lib/requests/draft";
import { type DraftContent, flattenContent } from "@/lib/requests/merge";
import type { SectionLocks } from "@/lib/requests/revision";
import type { StoredDraft } from "@/lib/services/drafts";
import { createDraftSaver } from "./draft-saver";
import { dropText, formAddress, keepText, readKeptText } from "./kept-text";
import type { KnownDraft, Outcome } from "./save-draft";
import { noteSaved } from "./saved-versions";

/** How long nobody types before the form saves itself, in milliseconds. */
const QUIET = 1_500;

type Failure = Extract<Outcome, { isSaved: false }>;

export type SaveState =
  | { at: "clean" | "unsaved" | "saving" }
  | { at: "saved"; when: Date }
  | { at: "stuck"; outcome: Failure };

/** What a session asks of the form that it saves. */
export interface DraftHost {
  /** The text as it is now. */
  read: () => DraftContent;
  /** Whether it can be kept at all; marks what cannot. */
  check: () => Promise<boolean>;
  send: (known: KnownDraft, content: DraftContent) => Promise<Outcome>;
  onState: (state: SaveState) => void;
  /** The request has its number now. */
  onNumbered: (number: number) => void;
  onRefused: (fields: Record<string, string>) => void;
  /** The stored request has changed, and with it what is locked. */
  onLocks: (locks: SectionLocks) => void;
}

/** The saving of one form from the first letter to the last: what is stored, and what is not yet. */
export class DraftSession {
  private readonly saver = createDraftSaver<Outcome>(() => this.saveOnce());
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: SaveState = { at: "clean" };
  private address = "";

  constructor(
    private known: KnownDraft,
    private readonly host: DraftHost,
  ) {}

  /** The id under which the text is saved; of a restored text the one it had. */
  get requestId(): string {
    return this.known.id;
  }

  /** The text that the form and the stored request last agreed on. */
  get base(): DraftContent {
    return this.known.base;
  }

  isDirty = (): boolean => this.saver.isDirty();

  flush = (): Promise<Outcome> => this.saver.flush();

  /** Begins on the page; gives back a text that an earlier visit could not save. */
  begin(): DraftContent | null {
    this.address = formAddress();
    const kept = readKeptText(this.address);
    if (!kept) return null;
    if (isSame(kept.content, this.known.base)) {
      dropText(this.address);
      return null;
    }
    const { content, ...place } = kept;
    this.known = { ...this.known, ...place };
    return content;
  }

  /** Something may have been typed: it is saved once nobody has typed for a while. */
  typed(): void {
    if (!this.isDirty() && isSame(this.host.read(), this.known.base)) return;
    this.saver.changed();
    clearTimeout(this.timer);
    // A conflict waits for a decision; saving again would only be refused again.
    if (this.state.at === "stuck" && this.state.outcome.why === "conflict") return;
    this.show({ at: "unsaved" });
    this.timer = setTimeout(this.flush, QUIET);
  }

  /** Saves at once, a new request also when nothing was typed. */
  saveNow = (): Promise<Outcome> => {
    if (this.known.version === null) this.saver.changed();
    return this.flush();
  };

  /** The form holds what was chosen of both texts; from here on it builds upon theirs. */
  adopt(current: StoredDraft): Promise<Outcome> {
    const { version, locks: _, ...base } = current;
    this.known = { ...this.known, version, base };
    this.saver.changed();
    return this.flush();
  }

  /** Keeps in this tab what is not saved. */
  keep = (): void => {
    if (!this.isDirty()) return;
    keepText(this.address, { ...this.known, content: this.host.read() });
  };

  /** Leaves the page. */
  end = (): void => {
    clearTimeout(this.timer);
    this.keep();
  };

  private async saveOnce(): Promise<Outcome> {
    clearTimeout(this.timer);
    this.show({ at: "saving" });
    const content = this.host.read();
    const outcome: Outcome = (await this.host.check())
      ? await this.sendOver(content)
      : { isSaved: false, why: "unfit" };
    if (outcome.isSaved) this.settle(outcome.saved, content);
    else this.stop(outcome);
    return outcome;
  }

  /** Sends a text; where somebody else saved the very same one, it simply goes on from there. */
  private async sendOver(content: DraftContent): Promise<Outcome> {
    const outcome = await this.host.send(this.known, content);
    if (outcome.isSaved || outcome.why !== "conflict") return outcome;
    if (!isSame(outcome.current, content)) return outcome;
    this.known = { ...this.known, version: outcome.current.version };
    return this.host.send(this.known, content);
  }

  private settle(saved: { number: number; version: number }, base: DraftContent): void {
    const isFirst = this.known.number === null;
    dropText(this.address);
    this.known = { ...this.known, ...saved, base };
    noteSaved(this.known.id, saved.version);
    if (isFirst) {
      this.host.onNumbered(saved.number);
      this.address = formAddress();
    }
    this.show({ at: "saved", when: new Date() });
  }

  private stop(outcome: Failure): void {
    this.keep();
    this.show({ at: "stuck", outcome });
    if (outcome.why === "refused") this.host.onRefused(outcome.fields);
    if (outcome.why === "conflict") this.host.onLocks(outcome.current.locks);
  }

  private show(state: SaveState): void {
    this.state = state;
    this.host.onState(state);
  }
}

function isSame(a: DraftContent, b: DraftContent): boolean {
  return changedFields(flattenContent(a), flattenContent(b)).length === 0;
}
