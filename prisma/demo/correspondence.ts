import type { CommentKind } from "@/lib/requests/comment";
import { addComment } from "@/lib/services/comments";
import { demoId } from "./id";
import type { PersonKey } from "./people";
import { dayAgo, paper, requestOf, type Scene, type Stage } from "./stage";

interface DemoComment {
  kind: CommentKind;
  daysAgo: number;
  by: PersonKey;
  text: string;
  /** The letter as a file. */
  letter?: string;
}

const TITLE = "Lothian Birth Cohorts: methylation age";

/** What was said since the committee sent the Lothian request back, and written to and fro. */
const COMMENTS: readonly DemoComment[] = [
  {
    kind: "from_archive",
    daysAgo: 4,
    by: "bo",
    text: "The committee asks you to state how the four clocks are validated, and which board holds the ethics approval. The request is open for your revision.",
    letter: "Mail of the committee, Lothian.pdf",
  },
  {
    kind: "internal",
    daysAgo: 4,
    by: "bo",
    text: "Dana, can you take the clocks? I will ask legal affairs for the ethics approval.",
  },
  {
    kind: "internal",
    daysAgo: 3,
    by: "dana",
    text: "Two of the clocks were validated on these very cohorts, the other two elsewhere. I will write a sentence for each.",
  },
  {
    kind: "to_archive",
    daysAgo: 2,
    by: "bo",
    text: "Thank you for your comments. We are revising the research use statement and will send it within two weeks, with the name of the ethics board.",
  },
];

/** Each comment and letter on its day. */
export function correspondenceScenes(stage: Stage): Scene[] {
  return COMMENTS.map((comment, index) => ({
    daysAgo: comment.daysAgo,
    play: () => say(stage, comment, index),
  }));
}

async function say(stage: Stage, comment: DemoComment, index: number): Promise<void> {
  const { kind, daysAgo, by, text, letter } = comment;
  const actor = await stage.actor(by, daysAgo);
  const requestId = requestOf(TITLE);
  const said = { commandId: demoId("comment", TITLE, String(index)), requestId, text };
  if (kind === "internal") {
    await addComment(actor, { ...said, kind });
    return;
  }
  const documentId = letter ? await paper(actor, letter, requestId) : "";
  await addComment(actor, { ...said, kind, on: dayAgo(stage, daysAgo), documentId });
}
