import { useMessages } from "next-intl";
import { getMessages } from "next-intl/server";
import type { SpokenMessages } from "@/lib/messages/german";
import { type Say, sayAsIs } from "@/lib/said/say";

/** Says the English of the code in the reader's language, for client and plain server components. */
export function useSay(): Say {
  return sayOf(useMessages());
}

/** The same for server components that wait for something. */
export async function getSay(): Promise<Say> {
  return sayOf(await getMessages());
}

function sayOf({ said }: SpokenMessages): Say {
  return said?.say ?? sayAsIs;
}
