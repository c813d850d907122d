import { TextLink } from "@/components/ui/links";
import type { ImportKind } from "@/lib/archives/status-import";
import { importsHref } from "./import-path";
import classes from "./source-list.module.css";

/** What can be read, each leading to its own page of steps. */
export function SourceList(props: {
  team: string;
  sources: readonly { kind: ImportKind; name: string; about: string }[];
}) {
  return (
    <ul className={classes.sources}>
      {props.sources.map(({ kind, name, about }) => (
        <li key={kind}>
          <TextLink
            href={importsHref(props.team, "new", { kind })}
            className={classes.source}
            underline="never"
          >
            <strong>{name}</strong>
            <span>{about}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
