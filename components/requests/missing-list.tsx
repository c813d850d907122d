import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/links";
import { useSay } from "@/components/words/say";
import type { MissingAnswer } from "@/lib/requests/form";
import classes from "./missing-list.module.css";
import { questionId } from "./question-id";

/** What still stands between a form and its filing, each a link to the question. */
export function MissingList(props: {
  missing: readonly MissingAnswer[];
  /** What an item is called, by item key; said only where items have answers of their own. */
  itemNames: Readonly<Record<string, string>>;
  hrefOf: (entry: MissingAnswer) => string;
  onFollow?: (id: string) => void;
}) {
  const say = useSay();
  return (
    <ul className={classes.list}>
      {props.missing.map((entry) => {
        const id = questionId(entry.fieldId, entry.itemId);
        const item = entry.itemId === undefined ? undefined : props.itemNames[entry.itemId];
        return (
          <li key={id}>
            <QuestionLink id={id} href={props.hrefOf(entry)} onFollow={props.onFollow}>
              {item === undefined ? entry.label : `${item}: ${entry.label}`}
            </QuestionLink>{" "}
            <span className={classes.why}>{say(entry.message)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function QuestionLink(props: {
  id: string;
  href: string;
  onFollow?: (id: string) => void;
  children: ReactNode;
}) {
  const { id, onFollow } = props;
  if (!onFollow) return <TextLink href={props.href}>{props.children}</TextLink>;
  return (
    <Anchor
      inherit
      href={props.href}
      onClick={(event) => {
        event.preventDefault();
        onFollow(id);
      }}
    >
      {props.children}
    </Anchor>
  );
}
