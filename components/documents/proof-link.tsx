import { Anchor, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconPaperclip } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import { documentAddress, type ProofDocument, type Tombstone } from "@/lib/documents/document";
import classes from "./proof-link.module.css";

/** What proves something: a link that saves the document, the trace of a deleted one, or the lack. */
export function ProofLink(props: { team: string; proof: ProofDocument | null }) {
  const t = useTranslations("documents.proof");
  const { team, proof } = props;
  if (proof === null) return <Unproved />;
  const { id, name, deleted } = proof;
  if (deleted) return <DeletedDocument name={name} deleted={deleted} />;
  return (
    <Anchor href={documentAddress(team, id)} inherit className={classes.proof}>
      <IconPaperclip size={14} aria-hidden />
      <VisuallyHidden>{t("label")} </VisuallyHidden>
      <bdi>{name}</bdi>
    </Anchor>
  );
}

/** Marks what no document proves. */
function Unproved() {
  const t = useTranslations("documents.proof");
  return (
    <span className={classes.unproved}>
      <IconAlertTriangle size={14} aria-hidden />
      {t("none")}
    </span>
  );
}

/** What is left of a deleted document: its name, by whom, when and why. */
export function DeletedDocument({ name, deleted }: { name: string; deleted: Tombstone }) {
  const t = useTranslations("documents.proof");
  const dates = useDates();
  const { on, by, why } = deleted;
  return (
    <span className={classes.deleted}>
      {t.rich("deleted", {
        name: () => (
          <s>
            <bdi>{name}</bdi>
          </s>
        ),
        by: () => <bdi>{by}</bdi>,
        why: () => <bdi>{why}</bdi>,
        on: dates.day(on),
      })}
    </span>
  );
}
