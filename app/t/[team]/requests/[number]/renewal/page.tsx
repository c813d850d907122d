import { Stack, Text } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FileStep } from "@/components/renewal/file-step";
import { RenewalEditor } from "@/components/renewal/renewal-editor";
import { RenewalMoves } from "@/components/renewal/renewal-moves";
import { RenewedItems } from "@/components/renewal/renewed-items";
import { WindowPanel } from "@/components/renewal/window-panel";
import { AnswerSheet } from "@/components/requests/answer-sheet";
import { RequestFrame } from "@/components/requests/request-frame";
import { requestPath } from "@/components/requests/request-path";
import { namesIn } from "@/components/requests/request-words";
import { ButtonLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
import { requestNumber, writeNumber } from "@/lib/requests/number";
import { getRenewal, type RenewalView } from "@/lib/services/renewals";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { moveRequest, undoMove } from "../../actions";
import { type RequestReading, readFramed } from "../read-framed";
import { saveRenewal } from "./actions";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const number = requestNumber((await props.params).number);
  const t = await getTranslations("requests.tabs");
  return number === null
    ? {}
    : { title: t("titled", { tab: t("renewal"), number: writeNumber(number) }) };
}

/** How and when the approval of a request is renewed, and the renewal while it is being written. */
export default async function RequestRenewalPage(props: Address) {
  const address = await props.params;
  const actor = await requireActor(address.team);
  const reading = await readFramed(actor, address);
  const { request, archive, lifecycle, today } = reading.framed;
  const view = await getRenewal(actor, request.number);
  const canWrite = view.round?.isOpen === true && can(actor, "request.edit");
  return (
    <RequestFrame {...reading.framed} move={moveRequest} undo={undoMove}>
      <WindowPanel
        renewal={archive.renewal(lifecycle.id)}
        view={view}
        isApproved={request.items.some(({ grants }) => grants.some((one) => one.endedOn === null))}
        today={today}
        actions={view.round === null && <Begin reading={reading} />}
      />
      {view.round &&
        (canWrite ? (
          <Writing reading={reading} view={view} />
        ) : (
          <Reading reading={reading} view={view} />
        ))}
    </RequestFrame>
  );
}

async function Begin({ reading }: { reading: RequestReading }) {
  const t = await getTranslations("renewal");
  const { lifecycle } = reading.framed;
  const begin = lifecycle.moves.filter(({ effect }) => effect === "renew").map(({ id }) => id);
  return (
    <Stack gap="xs">
      <Text size="sm">{t("beginHint")}</Text>
      <RenewalMoves moves={begin} />
    </Stack>
  );
}

/** The steps of a renewal, one below the other. */
async function Writing({ reading, view }: { reading: RequestReading; view: RenewalView }) {
  const t = await getTranslations("renewal");
  const { team, archive, lifecycle, request, today } = reading.framed;
  const renewal = archive.renewal(lifecycle.id);
  if (renewal.how === "not_renewable") return null;
  return (
    <Stack gap="md" mt="md">
      <RenewedItems
        title={t("steps.items")}
        {...{ lifecycle, request, today }}
        taking={view.taking}
      />
      <RenewalEditor
        // A renewal that is begun anew starts from its own round.
        key={view.round?.number}
        request={{ id: request.id, version: request.version }}
        view={{ people: view.people, report: view.report, tellable: view.tellable }}
        sections={renewal.progress}
        tells={renewal.tells}
        titles={{ people: t("steps.people"), report: t("steps.report") }}
        today={today}
        save={saveRenewal.bind(null, team)}
      />
      <Panel
        title={t("steps.form")}
        actions={
          <ButtonLink
            variant="default"
            size="xs"
            href={`${requestPath(team, request.number)}/form`}
          >
            {t("formStep.open")}
          </ButtonLink>
        }
      >
        <Text>
          {reading.missing.length === 0
            ? t("formStep.complete")
            : t("formStep.missing", { count: reading.missing.length })}
        </Text>
      </Panel>
      <FileStep
        {...{ team, archive, lifecycle }}
        number={request.number}
        missing={reading.missing}
        reportMissing={view.isSaved ? view.missing : []}
        isSaved={view.isSaved}
      />
    </Stack>
  );
}

/** A renewal that lies with others, or that the reader may not write. */
async function Reading({ reading, view }: { reading: RequestReading; view: RenewalView }) {
  const t = await getTranslations("renewal");
  const dates = await getDates();
  const { archive, lifecycle, request, today } = reading.framed;
  const renewal = archive.renewal(lifecycle.id);
  if (renewal.how === "not_renewable") return null;
  const filedOn = view.round?.submittedOn;
  return (
    <Stack gap="md" mt="md">
      <RenewedItems
        title={t("steps.readItems")}
        {...{ lifecycle, request, today }}
        taking={view.taking}
      />
      <Panel
        title={t("steps.readReport")}
        lead={filedOn && t("filed.lead", { day: dates.day(filedOn) })}
      >
        <AnswerSheet
          sections={renewal.progress}
          answers={view.report.answers}
          items={[]}
          names={namesIn(request)}
          isOpen
        />
      </Panel>
    </Stack>
  );
}
