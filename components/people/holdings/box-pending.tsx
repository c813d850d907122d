import { useTranslations } from "next-intl";
import { useWaitingWords } from "@/components/requests/waiting-on";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Step } from "@/lib/archives/lifecycle";
import { addDays, type Day, daysBetween } from "@/lib/dates/day";
import type { Box } from "@/lib/people/boxes";
import { typeById } from "@/lib/people/qualification-types";
import type { Pending } from "@/lib/readiness/facts";
import classes from "./holding-boxes.module.css";

/** What is under way: the step, whose move it is and since when, and what happens by itself. */
export function BoxPending(props: { box: Box; pending: Pending; today: Day }) {
  const t = useTranslations("person.box");
  const dates = useDates();
  const say = useSay();
  const words = useWaitingWords();
  const { box, pending, today } = props;
  if (box.kind === "identity") return <p>{t("unverified")}</p>;
  const days = Math.max(0, daysBetween(pending.since, today));
  const step = typeById(box.id)?.lifecycle.steps.find(({ label }) => label === pending.label);
  return (
    <>
      <p>
        <b>{say(pending.label)}</b>{" "}
        {pending.status !== "draft" && t("stepSince", { day: dates.day(pending.since) })}
      </p>
      {step && <p className={classes.sentence}>{say(step.sentence)}</p>}
      {pending.waitingOn !== "nobody" && pending.status !== "draft" && (
        <p>
          {t("waiting", { who: words({ party: pending.waitingOn, persons: [], me: "" }), days })}{" "}
          {step && <Usual step={step} since={pending.since} today={today} />}
        </p>
      )}
      {step && <ByItself step={step} since={pending.since} today={today} />}
    </>
  );
}

function Usual({ step, since, today }: { step: Step; since: Day; today: Day }) {
  const t = useTranslations("requests.page");
  const dates = useDates();
  if (!step.usual) return null;
  const chaseFrom = addDays(since, step.usual.chaseAfterDays);
  return (
    <>
      {t("usual", { days: step.usual.expectedDays })}{" "}
      {today > chaseFrom ? <b>{t("chase")}</b> : t("chaseFrom", { date: dates.day(chaseFrom) })}
    </>
  );
}

/** What the archive does next when nothing happens, with its day. */
function ByItself({ step, since, today }: { step: Step; since: Day; today: Day }) {
  const t = useTranslations("person.box");
  const dates = useDates();
  const say = useSay();
  const next = step.byItself?.find(({ afterDays }) => addDays(since, afterDays) >= today);
  if (!next) return null;
  const day = dates.day(addDays(since, next.afterDays));
  return <p className={classes.sentence}>{t("byItself", { day, what: say(next.what) })}</p>;
}
