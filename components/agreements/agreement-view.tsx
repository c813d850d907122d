import { List, ListItem, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/action";
import { archiveByCode } from "@/lib/archives/index";
import type { Day } from "@/lib/dates/day";
import type { AgreementDetails } from "@/lib/services/agreements";
import { type AgreementDuties, AgreementDutyPanel } from "./agreement-duties";
import type { Choice } from "./choices";
import { MissingNames } from "./missing-names";
import { NamedTable } from "./named-table";
import { NamePerson, RecordSignature } from "./people-dialogs";
import { PolicyList } from "./policy-list";
import type { SendAgreement } from "./send-agreement";
import { SignatureTable } from "./signature-table";
import { TextFacts } from "./text-facts";
import { VersionList } from "./version-list";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

export interface AgreementViewProps {
  team: string;
  agreement: AgreementDetails;
  duties: AgreementDuties;
  today: Day;
  now: Date;
  timeZone: string;
  /** Everybody of the team, and the reader. */
  people: readonly Choice[];
  me: string;
  /** Null where the reader may not change it, or not sign. */
  send: SendAgreement | null;
  sign: Send | null;
  attach: Send;
}

/** One agreement: its text, what it covers, whom it names, who signed, and its versions. */
export function AgreementView(props: AgreementViewProps) {
  const t = useTranslations("agreements");
  const { agreement, team, today, send } = props;
  const policies = archiveByCode(agreement.archive)?.policies ?? [];
  return (
    <Stack gap="lg">
      {agreement.mustSign.length > 0 && (
        <Note tone="warn" title={t("mustSign")}>
          <p>
            <MissingNames missing={agreement.mustSign} />
          </p>
        </Note>
      )}
      <Panel title={t("text.title")}>
        <TextFacts {...props} attach={send && props.attach} />
      </Panel>
      <Panel title={t("covers")}>
        <Units units={agreement.units} />
      </Panel>
      <Panel title={t("named.title")} lead={t("named.lead")} flush actions={<Name {...props} />}>
        <NamedTable
          team={team}
          people={agreement.people}
          today={today}
          send={agreement.isLatest ? send : null}
        />
      </Panel>
      <Panel title={t("signatures.title")} flush actions={<Sign {...props} />}>
        <SignatureTable
          team={team}
          name={agreement.name}
          signatures={agreement.signatures}
          provable={send ? "all" : props.sign && { personId: props.me }}
          attach={props.attach}
        />
      </Panel>
      <AgreementDutyPanel {...props} />
      {agreement.versions.length > 1 && (
        <Panel title={t("versions.title")}>
          <VersionList team={team} versions={agreement.versions} id={agreement.id} />
        </Panel>
      )}
      {policies.length > 0 && (
        <Panel title={t("policies.title")} lead={t("policies.lead")}>
          <PolicyList policies={policies} agreedOn={agreement.startsOn} today={today} />
        </Panel>
      )}
    </Stack>
  );
}

function Units({ units }: { units: AgreementDetails["units"] }) {
  return (
    <List>
      {units.map(({ id, name, code, slug }) => (
        <ListItem key={id}>
          <TextLink href={`/catalogue/${encodeURIComponent(slug)}`}>
            <bdi>{name}</bdi>
          </TextLink>
          {!name.includes(code) && ` · ${code}`}
        </ListItem>
      ))}
    </List>
  );
}

function Name({ team, agreement, people, send }: AgreementViewProps) {
  if (!send || !agreement.isLatest) return null;
  return <NamePerson team={team} agreementId={agreement.id} people={people} send={send} />;
}

function Sign({ team, agreement, people, me, send, sign, today }: AgreementViewProps) {
  if (!sign || !agreement.isLatest) return null;
  return (
    <RecordSignature
      team={team}
      agreementId={agreement.id}
      people={send ? people : people.filter(({ value }) => value === me)}
      hasOutside={send !== null}
      today={today}
      sign={sign}
    />
  );
}
