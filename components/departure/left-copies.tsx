import { useTranslations } from "next-intl";
import { copiesHref } from "@/components/copies/copy-path";
import { requestPath } from "@/components/requests/request-path";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { writeNumber } from "@/lib/requests/number";
import type { LeftCopy } from "@/lib/services/departure-preview";
import classes from "./departure.module.css";

/** The copies that somebody put somewhere and that nobody destroyed yet. */
export function LeftCopies(props: { team: string; copies: readonly LeftCopy[]; name: string }) {
  const t = useTranslations("copies.left");
  const { team, copies, name } = props;
  if (copies.length === 0) return null;
  return (
    <Panel title={t("title", { name })} lead={t("lead")} id="copies">
      <ul className={classes.lines}>
        {copies.map(({ id, what, place, number }) => (
          <li key={id}>
            <TextLink
              href={number === null ? copiesHref(team) : `${requestPath(team, number)}/close-out`}
            >
              {number === null ? what : t("line", { what, number: writeNumber(number) })}
            </TextLink>
            <p className={classes.small}>{place}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
