import { type Messages, NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import { type Words as Part, partOf } from "@/lib/messages/part";
import { KnownWords } from "./known-words";
import { SaidWords } from "./said-words";

/** The words of what stands around every page. */
const EVERYWHERE = [
  ...["ui", "forms", "errors", "shell", "find", "shortcuts", "notices", "roles", "tour"],
  // What is found is told with its state, wherever one looks for it.
  ...[
    "requests.status",
    "duties.state",
    "people.presence",
    "agreements.state",
    "terms.accessClass",
  ],
] as const;

type Namespace = keyof Awaited<ReturnType<typeof getMessages>>;

/**
 * Gives the client components within their words, by namespace, besides those that stand around them.
 * They travel with the pages of a section and not as a script: no page carries the words of all.
 */
export async function Words(props: { of: readonly Namespace[]; children: ReactNode }) {
  const words = partOf((await getMessages()) as Part, props.of);
  return <KnownWords words={words}>{props.children}</KnownWords>;
}

/** Around everything: the words of every page's frame. */
export async function FrameWords({ children }: { children: ReactNode }) {
  const language = await getLocale();
  const words = partOf((await getMessages()) as Part, EVERYWHERE) as unknown as Messages;
  return (
    <NextIntlClientProvider locale={language} messages={words} timeZone={await getTimeZone()}>
      <SaidWords language={language}>{children}</SaidWords>
    </NextIntlClientProvider>
  );
}
