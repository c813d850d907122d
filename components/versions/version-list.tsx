import { Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { unitPath } from "@/components/access/access-paths";
import { personPath } from "@/components/people/person-path";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import { archiveByCode } from "@/lib/archives/index";
import type { Day } from "@/lib/dates/day";
import type { VersionLine } from "@/lib/services/version-pages";
import { RequestVersion, SettleVersion } from "./version-dialogs";
import classes from "./versions.module.css";

interface Props {
  team: string;
  today: Day;
  /** Without it nobody may say that nothing has to be done. */
  settle?: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
  /** Without it nobody may prepare a request. */
  request?: (team: string, input: unknown) => Promise<ActionResult<{ number: number }>>;
}

/** Newer versions: what each asks, who has something to do, and until when. */
export function VersionList(props: Props & { versions: readonly VersionLine[] }) {
  return props.versions.map((version) => <Version key={version.id} {...props} line={version} />);
}

function Version({ line, ...props }: Props & { line: VersionLine }) {
  const t = useTranslations("versions");
  const dates = useDates();
  const say = useSay();
  const { older, newer, effect, settledOn } = line;
  const tone = settledOn ? "neutral" : "warn";
  return (
    <Panel
      title={newer.name}
      lead={t("line.lead", {
        archive: line.archiveName,
        older: older.name,
        seen: dates.day(line.seenOn),
      })}
      actions={
        <StatusChip
          tone={effect === "nothing" ? "good" : tone}
          label={
            effect !== "nothing" && settledOn
              ? t("line.settled", { date: dates.day(settledOn) })
              : t(`effect.${effect}`)
          }
        />
      }
    >
      <Stack>
        <div>
          <p>{say(line.sentence)}</p>
          <Text size="sm" c="dimmed">
            {t("line.source", { source: line.rule, how: t(`source.${line.source}`) })}
          </Text>
        </div>
        <Tasks line={line} {...props} />
        {settledOn && effect !== "nothing" && line.settledWhy && <p>{line.settledWhy}</p>}
        <Group gap="md">
          <TextLink href={unitPath(props.team, newer.id)}>{t("line.unit")}</TextLink>
          {!settledOn && <Buttons line={line} {...props} />}
        </Group>
      </Stack>
    </Panel>
  );
}

function Tasks({ line, team, today }: Props & { line: VersionLine }) {
  const t = useTranslations("versions.line");
  const dates = useDates();
  if (line.tasks.length === 0) return null;
  return (
    <ul className={classes.tasks}>
      {line.tasks.map(({ id, person, dueOn, state }) => (
        <li key={id}>
          <TextLink href={personPath(team, person.id)}>{person.name}</TextLink>{" "}
          {state === "open" ? <EndDate {...dates.end(dueOn, today)} /> : t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}

function Buttons({ line, team, settle, request }: Props & { line: VersionLine }) {
  const { id, version, newer, effect, tasks } = line;
  const isPersonal = archiveByCode(line.archive)?.itemPerPerson ?? false;
  const about = { id, version, name: newer.name };
  const open = tasks.filter(({ state }) => state === "open");
  return (
    <>
      {request && effect !== "nothing" && (!isPersonal || open.length > 0) && (
        <RequestVersion
          team={team}
          version={about}
          people={
            isPersonal ? open.map(({ person }) => ({ value: person.id, label: person.name })) : []
          }
          request={request}
        />
      )}
      {settle && <SettleVersion team={team} version={about} settle={settle} />}
    </>
  );
}
