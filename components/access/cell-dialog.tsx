"use client";

import { Button, Drawer, Loader, VisuallyHidden } from "@mantine/core";
import { IconEyeCheck } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import type { AccessCell } from "@/lib/readiness/access-view";
import { placePath, unitPath } from "./access-paths";
import { CellDetails } from "./cell-details";
import classes from "./cell-dialog.module.css";
import type { Pair } from "./matrix";
import type { CellState } from "./use-cell";

/** Records that an approval was seen at the archive today. */
export type Confirm = (input: unknown) => Promise<ActionResult>;

interface Props {
  team: string;
  pair: Pick<Pair, "person" | "unit"> | null;
  state: CellState;
  me: string;
  today: Day;
  /** Absent for those who may not. */
  confirm?: Confirm;
  /** Something changed: what was read is out of date. */
  onChanged: () => void;
  onClose: () => void;
}

/** Why somebody may or may not open a unit, what to do about it, and what proves it. */
export function CellDialog(props: Props) {
  const t = useTranslations("access.cell");
  const forms = useTranslations("forms");
  const { pair, state } = props;
  return (
    <Drawer
      opened={pair !== null}
      onClose={props.onClose}
      position="right"
      size="lg"
      title={pair && t("title", { person: pair.person.name, unit: pair.unit.name })}
      classNames={{ title: classes.title }}
      closeButtonProps={{ "aria-label": forms("close") }}
    >
      {state.cell ? (
        <Opened {...props} cell={state.cell} />
      ) : state.isFailed ? (
        <div role="alert">
          <p>{t("failed")}</p>
          <Button variant="default" onClick={state.again}>
            {t("again")}
          </Button>
        </div>
      ) : (
        <div role="status">
          <Loader size="sm" />
          <VisuallyHidden>{t("loading")}</VisuallyHidden>
        </div>
      )}
    </Drawer>
  );
}

function Opened(props: Props & { cell: AccessCell }) {
  const t = useTranslations("access.cell");
  const dates = useDates();
  const { team, cell, me, today } = props;
  const isPast = cell.on !== today;
  return (
    <div className={classes.content}>
      {isPast && <p className={classes.on}>{t("on", { day: dates.day(cell.on) })}</p>}
      <CellDetails team={team} cell={cell} me={me} today={today} />
      <Seen {...props} />
      <ul className={classes.links}>
        <li>
          <TextLink href={placePath(team, { kind: "person", id: cell.person.id })}>
            {t("personPage", { name: cell.person.name })}
          </TextLink>
        </li>
        <li>
          <TextLink href={unitPath(team, cell.unit.id, isPast ? cell.on : undefined)}>
            {t("unitPage", { unit: cell.unit.name })}
          </TextLink>
        </li>
      </ul>
    </div>
  );
}

/** When the approval was last seen at the archive, and the button that says it was today. */
function Seen({ cell, today, confirm, onChanged }: Props & { cell: AccessCell }) {
  const t = useTranslations("access.cell");
  const dates = useDates();
  const router = useRouter();
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const { seen } = cell;
  if (!seen || cell.on !== today) return null;
  return (
    <div className={classes.seen}>
      <p>{seen.on ? t("seen", { day: dates.day(seen.on) }) : t("neverSeen")}</p>
      {confirm && seen.on !== today && (
        <Button
          variant="default"
          leftSection={<IconEyeCheck size={18} aria-hidden />}
          loading={isSending}
          onClick={() =>
            send(
              () => confirm({ grantId: seen.grantId }),
              () => {
                tell(t("confirmed"));
                onChanged();
                router.refresh();
              },
            )
          }
        >
          {t("confirm")}
        </Button>
      )}
      <FormProblem failure={failure} />
    </div>
  );
}
