import { Button, Group } from "@mantine/core";
import { IconCopy, IconFileTypePdf } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Crumbs } from "@/components/ui/crumbs";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import type { Lifecycle, Move } from "@/lib/archives/lifecycle";
import { type Day, daysBetween } from "@/lib/dates/day";
import { isMadeByCloseOut } from "@/lib/requests/close-out";
import { type Standing, type StandingItem, summarise } from "@/lib/requests/lifecycle";
import { writeNumber } from "@/lib/requests/number";
import { standingTerm } from "@/lib/requests/renewal";
import { type RevisionFacts, saidOf } from "@/lib/requests/revision";
import type { RequestDetail } from "@/lib/services/requests";
import { itemWords } from "./item-words";
import { type MoveAction, STANDING } from "./moves/moves-props";
import { MovesProvider } from "./moves/moves-provider";
import classes from "./request-frame.module.css";
import { requestFile, requestPath } from "./request-path";
import { RequestTabs } from "./request-tabs";
import { waitingFor } from "./request-words";
import { statusTone } from "./status-tone";
import { useWaitingWords } from "./waiting-on";

/** What the frame around every page of a request shows and lets do. */
export interface Framed {
  team: string;
  archive: Archive;
  lifecycle: Lifecycle;
  request: RequestDetail;
  rights: Readonly<Record<Move["permission"], boolean>>;
  /** Whether the form lacks nothing; some moves are offered only then. */
  isComplete: boolean;
  me: string;
  today: Day;
  documents: readonly { id: string; name: string }[];
  /** Everything that was sent back, oldest first. */
  revisions: readonly RevisionFacts[];
  /** Whether the reader may begin a request with the answers of this one. */
  canCopy: boolean;
  /** Whether the reader may take moves back. */
  canUndo: boolean;
}

/** Every page of a request: what it is, where it stands, the other pages; its moves work on all. */
export function RequestFrame(
  props: Framed & {
    move: MoveAction;
    /** Takes the last move back. */
    undo: MoveAction;
    /** The page says itself where the request stands. */
    isOverview?: boolean;
    children: ReactNode;
  },
) {
  const t = useTranslations("requests.page");
  const copy = useTranslations("rounds.copy");
  const print = useTranslations("print");
  const say = useSay();
  const { team, archive, lifecycle, request } = props;
  const { number, archiveNumber } = request;
  const items = request.items.map((item) => ({
    id: item.id,
    name: itemWords(item, request.items),
    step: item.step,
    stepSince: item.stepSince,
    granted: item.grants.some((grant) => grant.endedOn === null),
    approval: standingTerm(item.grants),
    said: saidOf(props.revisions, item.id),
  }));
  return (
    <MovesProvider
      team={team}
      archive={archive.code}
      lifecycle={lifecycle}
      byCloseOut={byCloseOut(archive, lifecycle, items)}
      request={{ id: request.id, version: request.version }}
      items={items}
      rights={props.rights}
      isComplete={props.isComplete}
      today={props.today}
      documents={props.documents}
      move={props.move}
      undo={props.canUndo ? props.undo : null}
    >
      <PageHeader
        above={<Crumbs links={[{ href: `/t/${team}/requests`, label: t("all") }]} />}
        title={t("number", { number: writeNumber(number), title: request.title })}
        lead={
          archiveNumber
            ? t("at", { archive: archive.name, number: archiveNumber })
            : say(lifecycle.name)
        }
        actions={
          <Group gap="sm">
            <Button
              component="a"
              variant="default"
              leftSection={<IconFileTypePdf size={16} aria-hidden />}
              href={requestFile(team, number)}
              aria-label={print("pdfOf", { number: writeNumber(number) })}
            >
              {print("pdf")}
            </Button>
            {props.canCopy && (
              <ButtonLink
                variant="default"
                leftSection={<IconCopy size={16} aria-hidden />}
                href={`${requestPath(team, number)}/copy`}
                aria-label={copy("buttonLabel")}
              >
                {copy("button")}
              </ButtonLink>
            )}
          </Group>
        }
      />
      {!props.isOverview && <WhereItStands {...props} />}
      <RequestTabs team={team} number={number} />
      {props.children}
    </MovesProvider>
  );
}

function WhereItStands({ lifecycle, request, me, today }: Framed) {
  const say = useSay();
  const standing = summarise(lifecycle, request.items);
  const { step } = standing;
  return (
    // Takes the focus once a move has changed the page, whichever page that is.
    <div id={STANDING} tabIndex={-1} className={classes.standing}>
      <StatusChip label={say(step.label)} tone={statusTone(step.status)} />
      <span className={classes.words}>
        <Since standing={standing} persons={waitingFor(request, step.id)} me={me} today={today} />
      </span>
    </div>
  );
}

function Since(props: {
  standing: Standing;
  persons: readonly { id: string; name: string }[];
  me: string;
  today: Day;
}) {
  const t = useTranslations("requests");
  const dates = useDates();
  const words = useWaitingWords();
  const { waitingOn, waitingSince } = props.standing;
  if (waitingOn === "nobody") {
    return waitingSince && t("frame.since", { date: dates.day(waitingSince) });
  }
  const who = words({ party: waitingOn, persons: props.persons, me: props.me });
  const days = waitingSince === null ? 0 : Math.max(0, daysBetween(waitingSince, props.today));
  return t("page.waitingDays", { who, days });
}

/** The moves that are made by steps of the close-out, by id. */
function byCloseOut(
  archive: Archive,
  lifecycle: Lifecycle,
  items: readonly StandingItem[],
): readonly string[] {
  const rules = archive.closeOut(lifecycle.id);
  return lifecycle.moves.filter((move) => isMadeByCloseOut(rules, move, items)).map(({ id }) => id);
}
