import { useTranslations } from "next-intl";
import { itemWords } from "@/components/requests/item-words";
import { DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import { stepOf } from "@/lib/requests/lifecycle";
import type { RequestDetail } from "@/lib/services/requests";
import { RenewalMoves } from "./renewal-moves";

/** The approved items of a request: which of them the renewal takes along, and which it leaves. */
export function RenewedItems(props: {
  title: string;
  lifecycle: Lifecycle;
  request: RequestDetail;
  taking: readonly string[];
  today: Day;
}) {
  const t = useTranslations("renewal.items");
  const say = useSay();
  const dates = useDates();
  const { lifecycle, request, today } = props;
  const moves = lifecycle.moves.filter(({ effect }) => effect === "renew" || effect === "keep");
  const rows = request.items.flatMap((item) => {
    const grant = item.grants.find(({ endedOn }) => endedOn === null);
    return grant ? [{ item, grant, name: itemWords(item, request.items) }] : [];
  });
  return (
    <Panel title={props.title} lead={t("lead")} flush>
      <DataTable
        caption={props.title}
        rows={rows}
        rowKey={({ item }) => item.id}
        columns={[
          { id: "name", header: t("name"), isTitle: true, cell: ({ name }) => name },
          {
            id: "end",
            header: t("end"),
            cell: ({ grant }) =>
              grant.endsOn ? <EndDate {...dates.end(grant.endsOn, today)} /> : t("openEnded"),
          },
          {
            id: "state",
            header: t("state"),
            cell: ({ item }) =>
              props.taking.includes(item.id)
                ? t("taken", { step: say(stepOf(lifecycle, item.step).label) })
                : t("left"),
          },
          {
            id: "actions",
            header: t("actions"),
            align: "end",
            cell: ({ item, name }) => (
              <RenewalMoves
                moves={moves.map(({ id }) => id)}
                itemId={item.id}
                about={name}
                variant="subtle"
                size="xs"
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}
