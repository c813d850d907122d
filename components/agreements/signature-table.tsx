import { Group, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { AttachProof } from "@/components/documents/attach-proof";
import { ProofLink } from "@/components/documents/proof-link";
import { personPath } from "@/components/people/person-path";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { SignatureLine } from "@/lib/services/agreements";
import { useFunctionWords } from "./function-words";

interface Props {
  team: string;
  /** The agreement's name, for what a proof proves. */
  name: string;
  signatures: readonly SignatureLine[];
  /** Whose signatures the reader may prove: everybody's, one person's, or nobody's. */
  provable: "all" | { personId: string } | null;
  attach: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}

/** Who signed when, which text, and what proves it. */
export function SignatureTable(props: Props) {
  const t = useTranslations("agreements.signatures");
  const dates = useDates();
  const words = useFunctionWords();
  if (props.signatures.length === 0) return <EmptyState sentence={t("none")} />;
  const columns: Column<SignatureLine>[] = [
    {
      id: "who",
      header: t("column.who"),
      isTitle: true,
      cell: (line) => <Signer team={props.team} line={line} />,
    },
    { id: "as", header: t("column.as"), cell: (line) => words(line.function) },
    {
      id: "on",
      header: t("column.on"),
      cell: ({ signedOn, isCarriedOver }) => (
        <>
          <time dateTime={signedOn}>{dates.day(signedOn)}</time>
          {isCarriedOver && (
            <Text size="sm" c="dimmed">
              {t("carriedOver")}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "text",
      header: t("column.text"),
      cell: ({ textSha256 }) =>
        textSha256 ? <code title={textSha256}>{textSha256.slice(0, 12)}</code> : t("noCopy"),
    },
    { id: "proof", header: t("column.proof"), cell: (line) => <Proof {...props} line={line} /> },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.signatures}
      rowKey={(line) => line.id}
    />
  );
}

function Signer({ team, line }: { team: string; line: SignatureLine }) {
  const name = <bdi>{line.by}</bdi>;
  if (line.personId === null) return name;
  return <TextLink href={personPath(team, line.personId)}>{name}</TextLink>;
}

function Proof({ team, name, line, provable, attach }: Props & { line: SignatureLine }) {
  const t = useTranslations("agreements.signatures");
  const mayProve = provable === "all" || (provable !== null && provable.personId === line.personId);
  return (
    <Group gap="xs">
      <ProofLink team={team} proof={line.document} />
      {mayProve && line.document === null && (
        <AttachProof
          team={team}
          target={{ kind: "signature", id: line.id }}
          paper={t("paper")}
          what={t("what", { who: line.by, name })}
          attach={attach}
        />
      )}
    </Group>
  );
}
