"use client";

import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Ticked } from "@/components/lists/selection";
import { SelectionBar } from "@/components/lists/selection-bar";
import { focusedButton } from "@/components/ui/focused-button";
import { later } from "@/components/ui/later";
import { useSay } from "@/components/words/say";
import type { Move } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import { type BulkChoice, type BulkRequest, bulkChoices } from "@/lib/requests/bulk";
import classes from "./bulk.module.css";
import type { BulkMoveAction } from "./bulk-move-action";

const BulkDialog = later(() => import("./bulk-dialog").then((module) => module.BulkDialog), null);

interface Props {
  team: string;
  ticked: Ticked<BulkRequest>;
  rights: Readonly<Record<Move["permission"], boolean>>;
  today: Day;
  move: BulkMoveAction;
}

/** What is asked, of which requests: as they were when the dialog opened. */
interface Asked {
  key: string;
  choice: BulkChoice;
  requests: readonly BulkRequest[];
  /** What takes the focus back when the dialog is closed. */
  opener: HTMLElement | null;
}

/** How many requests are ticked, and what can be recorded of all of them. */
export function BulkBar(props: Props) {
  const { ticked, rights } = props;
  const t = useTranslations("bulk");
  const [asked, setAsked] = useState<Asked>();
  const [isOpen, setOpen] = useState(false);
  const choices = bulkChoices(ticked.rows, (permission) => rights[permission]);
  return (
    <>
      <SelectionBar
        ticked={ticked}
        label={t("label")}
        count={t("count", { count: ticked.rows.length })}
      >
        {choices.length === 0 ? (
          <span className={classes.none}>{t("none")}</span>
        ) : (
          <ChoiceMenu
            choices={choices}
            onChosen={(choice) => {
              const opener = focusedButton();
              setAsked({ key: crypto.randomUUID(), choice, requests: ticked.rows, opener });
              setOpen(true);
            }}
          />
        )}
      </SelectionBar>
      {asked && (
        <BulkDialog
          choice={asked.choice}
          requests={asked.requests}
          key={asked.key}
          team={props.team}
          today={props.today}
          move={props.move}
          isOpen={isOpen}
          onDone={ticked.keep}
          onClose={() => setOpen(false)}
          giveFocusBack={() => ticked.giveFocusBack(asked.opener)}
        />
      )}
    </>
  );
}

function ChoiceMenu(props: {
  choices: readonly BulkChoice[];
  onChosen: (choice: BulkChoice) => void;
}) {
  const say = useSay();
  const t = useTranslations("bulk");
  return (
    <Menu position="bottom-start" width={280} shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t("record")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.choices.map((choice) => (
          <Menu.Item
            key={choice.move.id}
            c={choice.move.tone === "danger" ? "var(--mantine-color-error)" : undefined}
            onClick={() => props.onChosen(choice)}
          >
            {say(choice.move.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
