import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Archive } from "@/lib/archives/archive";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import type { RequestDetail } from "@/lib/services/requests";
import { AnswerSheet } from "./answer-sheet";
import { itemWords } from "./item-words";
import { namesIn } from "./request-words";
import { PortalLink } from "./standing";

/** The answers of a request to read: the form is closed, or the reader may not edit it. */
export function FiledAnswers(props: {
  archive: Archive;
  lifecycle: Lifecycle;
  request: RequestDetail;
}) {
  const t = useTranslations("requests.page");
  const { archive, lifecycle, request } = props;
  const isFiling = lifecycle.moves.some(
    (move) => move.effect === "file" && request.items.some((item) => move.from.includes(item.step)),
  );
  return (
    <Panel
      title={t("answers.title")}
      // Somebody copies it into the archive's own pages now.
      lead={isFiling ? t("fileThere", { archive: archive.name }) : undefined}
      actions={isFiling && <PortalLink archive={archive} />}
    >
      <AnswerSheet
        sections={archive.sections(lifecycle.id)}
        answers={request.answers}
        items={request.items.map((item) => ({
          id: item.id,
          name: itemWords(item, request.items),
          answers: item.answers,
        }))}
        names={namesIn(request)}
        isOpen
      />
    </Panel>
  );
}
