"use client";

import { Button, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useController, useFormContext, useWatch } from "react-hook-form";
import { DayInput } from "@/components/ui/day-input";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import type { Move } from "@/lib/archives/lifecycle";
import classes from "./grant-fields.module.css";
import { type ApprovedItem, type MoveValues, proposedEnd } from "./move-values";
import { PaperChoice } from "./paper-choice";

interface Props {
  team: string;
  archive: Archive;
  lifecycle: string;
  asked: Move;
  request: { id: string };
  documents: readonly { id: string; name: string }[];
  items: readonly ApprovedItem[];
  /** Nothing is asked before: the first field takes the focus. */
  isFirst: boolean;
}

/** The decision: its day, the period it gives, and the document that proves it. */
export function GrantFields(props: Props) {
  const t = useTranslations("requests.move.grant");
  return (
    <Stack gap="md">
      <div className={classes.days}>
        <GrantDay name="decidedOn" label={t("decidedOn")} isFirst={props.isFirst} />
        <GrantDay name="startsOn" label={t("startsOn")} />
        <GrantDay name="endsOn" label={t("endsOn")} />
      </div>
      <Proposal {...props} />
      <ProofChoice {...props} />
    </Stack>
  );
}

function GrantDay(props: {
  name: "decidedOn" | "startsOn" | "endsOn";
  label: string;
  isFirst?: boolean;
}) {
  const { field, fieldState } = useController<MoveValues, `decision.${typeof props.name}`>({
    name: `decision.${props.name}`,
  });
  const { setValue, getFieldState } = useFormContext<MoveValues>();
  return (
    <DayInput
      {...field}
      label={props.label}
      data-autofocus={props.isFirst || undefined}
      error={fieldState.error?.message}
      onChange={(text) => {
        field.onChange(text);
        // Access begins with the decision unless somebody says otherwise.
        if (props.name === "decidedOn" && !getFieldState("decision.startsOn").isDirty) {
          setValue("decision.startsOn", text);
        }
      }}
    />
  );
}

/** The end that the archive's rule gives, in words; it is taken over until somebody types another. */
function Proposal({ archive, lifecycle, asked, items }: Props) {
  const t = useTranslations("requests.move.grant");
  const dates = useDates();
  const { setValue, getFieldState, control } = useFormContext<MoveValues>();
  const values = useWatch({ control }) as MoveValues;
  const say = useSay();
  const proposal = proposedEnd(archive, lifecycle, asked, values, items);
  const proposed = proposal ? (proposal.endsOn ?? "") : null;
  useEffect(() => {
    if (proposed !== null && !getFieldState("decision.endsOn").isDirty) {
      setValue("decision.endsOn", proposed);
    }
  }, [proposed, setValue, getFieldState]);
  if (!proposal || proposed === null) return null;
  return (
    <div className={classes.proposal}>
      <p>{t("endsHelp")}</p>
      <p>
        <b>
          {t("proposal", { end: proposal.endsOn ? dates.day(proposal.endsOn) : t("openEnded") })}
        </b>{" "}
        {say(proposal.rule)}
      </p>
      {values.decision.endsOn !== proposed && (
        <Button
          variant="default"
          size="xs"
          onClick={() => setValue("decision.endsOn", proposed, { shouldDirty: true })}
        >
          {t("use")}
        </Button>
      )}
    </div>
  );
}

function ProofChoice({ team, request, documents }: Props) {
  const t = useTranslations("requests.move.grant");
  const documentId = useWatch<MoveValues, "decision.documentId">({ name: "decision.documentId" });
  return (
    <Stack gap="xs">
      <PaperChoice
        name="decision.documentId"
        {...{ team, request, documents }}
        words={{ label: t("document"), none: t("noDocument"), upload: t("upload") }}
      />
      {documentId === "" && (
        <Note tone="warn">
          <p>{t("unproved")}</p>
        </Note>
      )}
    </Stack>
  );
}
