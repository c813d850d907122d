import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import type { Box } from "@/lib/people/boxes";
import { writeNumber } from "@/lib/requests/number";
import { BoxActions } from "./box-actions";
import { BoxFacts } from "./box-facts";
import { BoxGuide } from "./box-guide";
import { boxId } from "./box-id";
import { nameOf } from "./box-name";
import classes from "./holding-boxes.module.css";
import { HoldingChip } from "./holding-chip";
import type { Holdings } from "./holdings";

/** A box for each thing that should be held: how it stands, until when, and the one next step. */
export function HoldingBoxes({ holdings, none }: { holdings: Holdings; none: string }) {
  const say = useSay();
  if (holdings.boxes.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <ul className={classes.boxes}>
      {holdings.boxes.map((box) => (
        <li key={boxId(box)} id={boxId(box)} className={classes.box}>
          <BoxHead box={box} holdings={holdings} />
          <BoxFacts box={box} holdings={holdings} />
          <BoxGuide box={box} />
          {holdings.may.record && <BoxActions box={box} name={say(nameOf(box))} />}
        </li>
      ))}
    </ul>
  );
}

function BoxHead({ box, holdings }: { box: Box; holdings: Holdings }) {
  const t = useTranslations("person.box");
  const say = useSay();
  const row = holdings.qualifications.find(({ id }) => box.rowIds.includes(id));
  const scope = row?.request ? writeNumber(row.request.number) : row?.unit?.code;
  return (
    <div className={classes.head}>
      <div>
        <h3 className={classes.name}>{say(nameOf(box))}</h3>
        {scope && <p className={classes.scope}>{t("only", { what: scope })}</p>}
      </div>
      <HoldingChip state={box.standing.state} />
    </div>
  );
}
