import { randomUUID } from "node:crypto";
import { env } from "../env";
import { queue } from "./queue";
import type { Tx } from "./transaction";

/** A message about one thing, to one address. */
interface Message {
  kind: "sign_in" | "invitation";
  /** The id of the sign-in link or invitation; one message is written about each. */
  subjectId: string;
  teamId: string | null;
  toAddress: string;
  now: Date;
}

/**
 * Puts a message into the outbox, in the transaction of its cause; the worker writes and sends it.
 * The request never waits for a mail server.
 */
export async function post(tx: Tx, message: Message): Promise<void> {
  const id = randomUUID();
  // createMany, since create reads the row back, which a visitor may not.
  await tx.notice.createMany({
    data: [
      {
        id,
        key: `${message.kind}:${message.subjectId}`,
        kind: message.kind,
        teamId: message.teamId,
        subjectId: message.subjectId,
        toAddress: message.toAddress,
        nextAttemptAt: message.now,
        messageId: messageIdOf(id),
        createdAt: message.now,
      },
    ],
  });
  await queue(tx, "deliver_notices", {}, "deliver_notices");
}

/** The Message-ID of a notice: the same on every attempt, so that a mail sent twice is one mail. */
export function messageIdOf(noticeId: string): string {
  return `<${noticeId}@${new URL(env().APP_URL).hostname}>`;
}
