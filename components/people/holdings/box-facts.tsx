import { useTranslations } from "next-intl";
import { ProofLink } from "@/components/documents/proof-link";
import { EndDate } from "@/components/ui/end-date";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Box } from "@/lib/people/boxes";
import { typeById } from "@/lib/people/qualification-types";
import { BoxPending } from "./box-pending";
import classes from "./holding-boxes.module.css";
import type { Holdings } from "./holdings";

interface Props {
  box: Box;
  holdings: Holdings;
}

/** How it stands: until when and by which clock, what is under way, what proves it. */
export function BoxFacts({ box, holdings }: Props) {
  const t = useTranslations("person.box");
  const { standing, pending } = box;
  const minutes = box.kind === "qualification" ? typeById(box.id)?.minutes : null;
  return (
    <div className={classes.facts}>
      <Accounts box={box} holdings={holdings} />
      <Ends box={box} today={holdings.today} />
      {standing.claim?.waived && (
        <p>{t("waivedBy", { by: standing.claim.waived.by, why: standing.claim.waived.why })}</p>
      )}
      {pending && <BoxPending box={box} pending={pending} today={holdings.today} />}
      {standing.replacementInReview && <p>{t("replacement")}</p>}
      {standing.state === "missing" && <p>{t("missing")}</p>}
      {minutes !== null && minutes !== undefined && <p>{t("minutes", { minutes })}</p>}
      <Proof box={box} holdings={holdings} />
    </div>
  );
}

/** The names of the accounts, as the archives know them. */
function Accounts({ box, holdings }: Props) {
  const names = holdings.accounts.filter(({ id }) => box.rowIds.includes(id));
  return names.map(({ id, value }) => (
    <p key={id} className={classes.value}>
      <bdi>{value}</bdi>
    </p>
  ));
}

/** Until when it holds or held, or from when; nothing where it never did. */
function Ends({ box, today }: { box: Box; today: Holdings["today"] }) {
  const t = useTranslations("person.box");
  const dates = useDates();
  const say = useSay();
  const { state, claim, until, clock } = box.standing;
  if (claim === null) return null;
  if (claim.end === "revoked" && claim.before !== null && state === "revoked") {
    return <p>{t("revoked", { day: dates.day(claim.before) })}</p>;
  }
  if (state === "not_yet") return <p>{t("begins", { day: dates.day(claim.from) })}</p>;
  if (until === null) return <p>{t("since", { day: dates.day(claim.from) })}</p>;
  return (
    <div>
      <EndDate {...dates.end(until, today)} />
      {clock && <p className={classes.clock}>{t("clock", { clock: say(clock) })}</p>}
    </div>
  );
}

/** What proves it, where something holds or held. */
function Proof({ box, holdings }: Props) {
  const { claim } = box.standing;
  if (claim === null || claim.waived) return null;
  const rows = box.kind === "identity" ? holdings.accounts : holdings.qualifications;
  const row = rows.find(({ id }) => id === claim.ref.id);
  if (!row) return null;
  return (
    <p>
      <ProofLink team={holdings.team} proof={row.document} />
    </p>
  );
}
