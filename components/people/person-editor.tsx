"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import { later } from "@/components/ui/later";
import { browserTimeZone } from "@/components/welcome/browser-time-zone";
import type { ActionResult } from "@/lib/action";
import type { PersonFields } from "@/lib/people/forms";
import type { TeamPerson } from "@/lib/services/people";

const PersonForm = later(() => import("./person-form").then((module) => module.PersonForm));

type Send = (input: unknown) => Promise<ActionResult<unknown>>;

/** The button that adds a person, and its dialog. `today` is proposed as the first day. */
export function AddPerson(props: { create: Send; today: string }) {
  const t = useTranslations("people");
  const [isOpen, { open, close }] = useDisclosure(false);
  const tell = useTell();
  const [commandId, setCommandId] = useState("");
  return (
    <>
      <Button
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => {
          setCommandId(crypto.randomUUID());
          open();
        }}
      >
        {t("add")}
      </Button>
      <PersonDialog title={t("addTitle")} isOpen={isOpen} onClose={close}>
        <PersonForm
          start={newPerson(props.today)}
          version={null}
          isAddressLocked={false}
          save={(person) => props.create({ commandId, person })}
          onSaved={(name) => {
            close();
            tell(t("added", { name }));
          }}
          onCancel={close}
        />
      </PersonDialog>
    </>
  );
}

/** The button that edits a person, and its dialog. */
export function EditPerson(props: { person: TeamPerson; update: Send }) {
  const { person } = props;
  const t = useTranslations("people");
  const [isOpen, { open, close }] = useDisclosure(false);
  const tell = useTell();
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPencil size={16} aria-hidden />}
        aria-label={t("editLabel", { name: person.name })}
        onClick={open}
      >
        {t("edit")}
      </Button>
      <PersonDialog title={t("editTitle", { name: person.name })} isOpen={isOpen} onClose={close}>
        <PersonForm
          start={fieldsOf(person)}
          version={person.version}
          isAddressLocked={person.signsIn}
          save={(fields, version) => props.update({ id: person.id, version, person: fields })}
          onSaved={(name) => {
            close();
            tell(t("changed", { name }));
          }}
          onCancel={close}
        />
      </PersonDialog>
    </>
  );
}

function PersonDialog(props: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: React.ReactNode;
}) {
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} title={props.title} size="lg">
      {props.children}
    </Dialog>
  );
}

function newPerson(today: string): PersonFields {
  return {
    name: "",
    email: "",
    position: "",
    institution: "",
    rank: "",
    country: "",
    timeZone: browserTimeZone(),
    startsOn: today,
    endsOn: "",
  };
}

function fieldsOf(person: TeamPerson): PersonFields {
  const { name, email, position, institution, rank, country, timeZone, startsOn, endsOn } = person;
  return {
    name,
    email: email ?? "",
    position,
    institution,
    rank,
    country,
    timeZone,
    startsOn,
    endsOn: endsOn ?? "",
  };
}
