import { useMessages } from "next-intl";
import { getMessages } from "next-intl/server";
import type { SpokenMessages } from "@/lib/messages/german";
import { type Say, sayAsIs, sayer } from "@/lib/said/sayer";

// By the messages, of which there is one object for each language: its sentences are compiled once.
const KNOWN = new WeakMap<object, Say>();

/** Says the English of the code in the reader's language, for client and plain server components. */
export function useSay(): Say {
  return sayOf(useMessages());
}

/** The same for server components that wait for something. */
export async function getSay(): Promise<Say> {
  return sayOf(await getMessages());
}

function sayOf(messages: SpokenMessages): Say {
  const known = KNOWN.get(messages) ?? made(messages);
  KNOWN.set(messages, known);
  return known;
}

function made({ said }: SpokenMessages): Say {
  return said ? sayer(Object.fromEntries(said.pairs), said.language) : sayAsIs;
}
