import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dutyPath } from "@/components/duties/duty-path";
import { EndDate } from "@/components/ui/end-date";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { dayOf } from "@/lib/dates/day";
import { dutyKind } from "@/lib/obligations/kinds";
import { accessState } from "@/lib/requests/access";
import { summarise } from "@/lib/requests/lifecycle";
import classes from "./request-facts.module.css";
import type { Framed } from "./request-frame";

type Looked = Pick<Framed, "team" | "archive" | "lifecycle" | "request" | "today"> & {
  timeZone: string;
};

/** The facts of a request that people look up: who, since when, until when, under which number. */
export function RequestFacts(props: Looked & { handOver: ReactNode; projectEnd: ReactNode }) {
  const t = useTranslations("requestPage.facts");
  const dates = useDates();
  const { archive, lifecycle, request, today } = props;
  const { waitingSince } = summarise(lifecycle, request.items);
  const { projectEndsOn } = request;
  return (
    <Panel title={t("title")}>
      <Facts
        facts={[
          { label: t("archive"), value: archive.name },
          { label: t("number"), value: request.archiveNumber },
          {
            label: t("owner"),
            value: (
              <WithAction action={props.handOver}>
                <bdi>{request.owner.name}</bdi>
              </WithAction>
            ),
          },
          { label: t("begun"), value: dates.day(dayOf(request.createdAt, props.timeZone)) },
          { label: t("filed"), value: request.submittedOn && dates.day(request.submittedOn) },
          { label: t("since"), value: waitingSince && dates.day(waitingSince) },
          { label: t("ends"), value: <Ends request={request} today={today} /> },
          { label: t("duty"), value: <NextDuty {...props} /> },
          {
            label: t("projectEnd"),
            value: (
              <WithAction action={props.projectEnd}>
                {projectEndsOn ? dates.day(projectEndsOn) : t("none")}
              </WithAction>
            ),
          },
        ].filter(({ value }) => value !== null)}
      />
    </Panel>
  );
}

/** A fact with the button that changes it. */
function WithAction({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.changed}>
      <span>{children}</span>
      {action}
    </div>
  );
}

/** The first last day among the approvals in force. */
function Ends({ request, today }: Pick<Looked, "request" | "today">) {
  const t = useTranslations("requestPage.facts");
  const dates = useDates();
  const grants = request.items
    .flatMap((item) => item.grants)
    .filter((grant) => ["running", "open_ended", "lapsed"].includes(accessState(grant, today)));
  const last = grants.flatMap(({ endsOn }) => endsOn ?? []).toSorted()[0];
  if (last) return <EndDate {...dates.end(last, today)} />;
  return grants.length > 0 ? t("openEnded") : "–";
}

function NextDuty({ team, request, today }: Looked) {
  const dates = useDates();
  const say = useSay();
  const [duty] = request.obligations;
  if (!duty) return "–";
  return (
    <div className={classes.duty}>
      <EndDate {...dates.end(duty.dueOn, today)} />
      <TextLink href={dutyPath(team, duty.id)}>{say(dutyKind(duty.kind).name)}</TextLink>
    </div>
  );
}
