import { Anchor, Group, List, ListItem, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { certificateFile } from "@/components/copies/copy-path";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import { type CloseOutRules, closeOutReason } from "@/lib/archives/close-out";
import type { Day } from "@/lib/dates/day";
import { isBinding } from "@/lib/requests/close-out";
import { writeNumber } from "@/lib/requests/number";
import type { CloseOutView } from "@/lib/services/close-out";
import type { LoadedCloseOut } from "@/lib/services/close-out-rows";
import { CancelCloseOut, StartCloseOut } from "./close-out-dialogs";
import type { SendCloseOut } from "./send-close-out";
import { StepList } from "./step-list";

interface Props {
  team: string;
  archive: Archive;
  rules: CloseOutRules;
  request: { id: string; number: number };
  view: CloseOutView;
  today: Day;
  /** Null for readers who may not. */
  send: SendCloseOut | null;
}

/** How the request ends under its archive's rules: before, during and after its close-out. */
export function CloseOutPanel(props: Props) {
  const t = useTranslations("closeOut");
  const say = useSay();
  const { team, archive, rules, view } = props;
  const { open, past } = view;
  const last = past[0];
  // Once nothing is left to close, the close-out that did it is what one wants to see.
  const shown = open ?? (view.refusal !== null && last?.completedOn ? last : null);
  return (
    <Panel title={t("title")} lead={say(rules.sentence)} actions={<Begin {...props} />}>
      <Stack>
        {!rules.isPrescribed && (
          <Note tone="info" title={t("notPrescribed", { archive: archive.name })}>
            <p>{t("startLead", { archive: archive.name })}</p>
          </Note>
        )}
        {rules.isPrescribed && !open && view.refusal === null && (
          <p>{t("startLead", { archive: archive.name })}</p>
        )}
        {view.refusal !== null && !shown && <p>{say(view.refusal)}</p>}
        {open && <UnderWay {...props} open={open} />}
        {shown?.certificate && <Complete team={team} closeOut={shown} />}
        <StepList {...props} {...view} closeOut={shown} />
        <div>
          <p>
            <b>{t("afterwards")}</b>
          </p>
          <List size="sm">
            {rules.afterwards.map((sentence) => (
              <ListItem key={sentence}>{say(sentence)}</ListItem>
            ))}
          </List>
        </div>
        <Past team={team} past={past.filter((one) => one !== shown)} />
      </Stack>
    </Panel>
  );
}

function Begin({ team, request, view, send }: Props) {
  if (!send || view.open || view.refusal !== null) return null;
  const number = writeNumber(request.number);
  return <StartCloseOut team={team} request={{ id: request.id, number }} send={send} />;
}

function UnderWay({ team, rules, request, send, open }: Props & { open: LoadedCloseOut }) {
  const t = useTranslations("closeOut");
  const dates = useDates();
  const say = useSay();
  const { id, version, startedOn, reason, note } = open;
  const isBound = isBinding(rules, open.steps);
  return (
    <Group justify="space-between">
      <p>
        {t("begun", { on: dates.day(startedOn), reason: say(closeOutReason(reason)) })} {note}{" "}
        {isBound && t("binding")}
      </p>
      {send && !isBound && (
        <CancelCloseOut
          team={team}
          closeOut={{ id, version }}
          number={writeNumber(request.number)}
          send={send}
        />
      )}
    </Group>
  );
}

function Complete({ team, closeOut }: { team: string; closeOut: LoadedCloseOut }) {
  const t = useTranslations("closeOut");
  return (
    <Note tone="good" title={t("completed")}>
      <CertificateLinks team={team} closeOut={closeOut} />
    </Note>
  );
}

function CertificateLinks({ team, closeOut }: { team: string; closeOut: LoadedCloseOut }) {
  const t = useTranslations("certificate");
  const { certificate } = closeOut;
  if (!certificate) return null;
  return (
    <Group gap="md">
      {(["pdf", "json"] as const).map((format) => (
        <Anchor key={format} href={certificateFile(team, certificate.id, format)} inherit download>
          {t(`download.${format}`)}
        </Anchor>
      ))}
      <code title={certificate.sha256}>{certificate.sha256.slice(0, 12)}</code>
    </Group>
  );
}

function Past({ team, past }: { team: string; past: readonly LoadedCloseOut[] }) {
  const t = useTranslations("closeOut");
  const dates = useDates();
  const say = useSay();
  if (past.length === 0) return null;
  return (
    <div>
      <p>
        <b>{t("past")}</b>
      </p>
      <List size="sm">
        {past.map((closeOut) => (
          <ListItem key={closeOut.id}>
            {closeOut.completedOn
              ? t("pastCompleted", {
                  on: dates.day(closeOut.completedOn),
                  reason: say(closeOutReason(closeOut.reason)),
                })
              : t("pastCancelled", { on: dates.day(closeOut.cancelledOn ?? closeOut.startedOn) })}
            <CertificateLinks team={team} closeOut={closeOut} />
          </ListItem>
        ))}
      </List>
    </div>
  );
}
