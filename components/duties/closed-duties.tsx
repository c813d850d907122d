import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ProofLink } from "@/components/documents/proof-link";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { ClosedDuty } from "@/lib/services/duties-about";
import classes from "./closed-duties.module.css";
import { DutyChip } from "./duty-chip";
import { dutyPath } from "./duty-path";

/** What was done, or does not apply, with who says so and the paper that proves it; folded away. */
export function ClosedDuties({ team, duties }: { team: string; duties: readonly ClosedDuty[] }) {
  const t = useTranslations("obligations.closed");
  const dates = useDates();
  const say = useSay();
  if (duties.length === 0) return null;
  return (
    <details className={classes.closed}>
      <summary>{t("title", { count: duties.length })}</summary>
      <ul>
        {duties.map((duty) => (
          <li key={duty.id}>
            <Group gap="xs">
              <DutyChip state={duty.state} />
              <TextLink href={dutyPath(team, duty.id)}>{say(duty.kind.name)}</TextLink>
            </Group>
            <p>
              {duty.closedOn &&
                t("by", {
                  day: dates.day(duty.closedOn),
                  name: duty.closedBy ?? t("gatebook"),
                })}
              {duty.closedWhy && ` ${t("why", { why: say(duty.closedWhy) })}`}
            </p>
            {duty.proof && (
              <p>
                <ProofLink team={team} proof={duty.proof} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
