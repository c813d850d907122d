import { IconPencil } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import type { FitFilter } from "@/lib/data-use/fit-filter";
import { fieldsOf } from "@/lib/data-use/purpose-fields";
import type { FitList } from "@/lib/services/fit";
import { FitFilters } from "./fit-filter";
import { fitHref, purposeHref } from "./fit-path";
import { FitTable } from "./fit-table";
import { PurposeSummary } from "./purpose-summary";

/** What a purpose may do with the gated data of the catalogue. */
export function FitResults(props: {
  team: string;
  list: FitList;
  filter: FitFilter & { purpose: string };
  purposes: readonly { id: string; name: string }[];
  archives: readonly { code: string; name: string }[];
  canWrite: boolean;
}) {
  const t = useTranslations("fit");
  const { team, list, filter } = props;
  const { purpose, page, pages } = list;
  const change = (
    <ButtonLink
      href={purposeHref(team, purpose.id)}
      variant="default"
      size="xs"
      leftSection={<IconPencil size={16} aria-hidden />}
    >
      {t("purpose.edit")}
    </ButtonLink>
  );
  return (
    <>
      <FitFilters {...props} counts={list.counts} />
      <Panel title={purpose.name} lead={t("caption")} actions={props.canWrite && change} flush>
        {list.units.length > 0 ? <FitTable units={list.units} /> : <Nothing {...props} />}
      </Panel>
      <Pager page={page} pages={pages} hrefOf={(to) => fitHref(team, { ...filter, page: to })} />
      <Panel title={t("purpose.says")}>
        <PurposeSummary purpose={fieldsOf(purpose.name, purpose.statements)} />
      </Panel>
    </>
  );
}

function Nothing({ team, filter }: { team: string; filter: { purpose: string } }) {
  const t = useTranslations("fit");
  return (
    <EmptyState
      sentence={t("none")}
      action={
        <ButtonLink variant="default" href={fitHref(team, { purpose: filter.purpose })}>
          {t("showAll")}
        </ButtonLink>
      }
    />
  );
}
