import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { PLACE_KINDS } from "@/lib/copies/copy";
import { writeNumber } from "@/lib/requests/number";
import type { CopyLine } from "@/lib/services/copy-rows";
import { copiesHref } from "./copy-path";
import { CopyTable, type CopyTableProps } from "./copy-table";

interface Shelf {
  id: string;
  title: string;
  copies: CopyLine[];
}

/** The open copies of the team, by place or by request, and below them those that are gone. */
export function CopiesView(props: CopyTableProps & { by: "place" | "request" }) {
  const t = useTranslations("copies");
  const { copies, by, team } = props;
  const open = copies.filter(({ destroyedOn }) => destroyedOn === null);
  const gone = copies.filter(({ destroyedOn }) => destroyedOn !== null);
  const words = {
    place: (kind: CopyLine["placeKind"]) => t(`placeKind.${kind}`),
    request: (request: CopyLine["request"]) =>
      request
        ? t("requestGroup", { number: writeNumber(request.number), title: request.title })
        : t("noRequest"),
  };
  const shelves = by === "place" ? byPlace(open, words.place) : byRequest(open, words.request);
  return (
    <>
      <Group component="nav" gap="xs" mb="md" aria-label={t("groups.label")}>
        {(["place", "request"] as const).map((each) => (
          <ButtonLink
            key={each}
            href={copiesHref(team, each)}
            size="xs"
            variant={each === by ? "light" : "default"}
            aria-current={each === by ? "true" : undefined}
          >
            {t(`groups.${each}`)}
          </ButtonLink>
        ))}
      </Group>
      {shelves.length === 0 && <EmptyState sentence={t("nothingOpen")} />}
      {shelves.map((shelf) => (
        <Panel
          key={shelf.id}
          title={shelf.title}
          lead={t("openCount", { count: shelf.copies.length })}
          flush
        >
          <CopyTable {...props} copies={shelf.copies} />
        </Panel>
      ))}
      {gone.length > 0 && (
        <Panel title={t("destroyedTitle")} flush>
          <CopyTable {...props} copies={gone} />
        </Panel>
      )}
    </>
  );
}

function byPlace(
  copies: readonly CopyLine[],
  words: (kind: CopyLine["placeKind"]) => string,
): Shelf[] {
  return PLACE_KINDS.map((kind) => ({
    id: kind,
    title: words(kind),
    copies: copies.filter(({ placeKind }) => placeKind === kind),
  })).filter((shelf) => shelf.copies.length > 0);
}

function byRequest(
  copies: readonly CopyLine[],
  words: (request: CopyLine["request"]) => string,
): Shelf[] {
  return [...Map.groupBy(copies, ({ requestId }) => requestId ?? "")].map(([id, own]) => ({
    id,
    title: words(own[0]?.request ?? null),
    copies: own,
  }));
}
