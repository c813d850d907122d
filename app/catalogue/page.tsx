import { VisuallyHidden } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import classes from "@/components/catalogue/catalogue.module.css";
import { CatalogueList } from "@/components/catalogue/catalogue-list";
import { CatalogueSearch } from "@/components/catalogue/catalogue-search";
import { CatalogueViews, VIEWS, type View } from "@/components/catalogue/catalogue-views";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { type CatalogueFilters, filtersToQuery, parseFilters } from "@/lib/catalogue/filters";
import { searchCatalogue } from "@/lib/services/catalogue";
import { visitor } from "@/lib/session";
import { facetsOf } from "./facets";

type SearchParams = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("title") };
}

export default async function CataloguePage(props: { searchParams: Promise<SearchParams> }) {
  const params = await props.searchParams;
  const filters = parseFilters(params);
  const view = VIEWS.find((name) => name === params.view) ?? "datasets";
  const t = await getTranslations("catalogue");
  const result = await searchCatalogue(await visitor(), filters);
  const counts = {
    datasets: result.total,
    papers: result.papers.length,
    archives: result.archives.length,
  };
  const isFiltered = filtersToQuery({ ...filters, q: "", page: 1 }) !== "";
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <CatalogueSearch
        q={filters.q}
        facets={view === "datasets" ? await facetsOf(result, filters) : []}
        view={view === "datasets" ? null : view}
      />
      <section className={classes.results} aria-labelledby="results">
        <VisuallyHidden component="h2" id="results">
          <span role="status">{t("count", { view, count: counts[view] })}</span>
        </VisuallyHidden>
        <CatalogueViews
          view={view}
          counts={counts}
          hrefOf={(other) => hrefOf(other === "datasets" ? filters : { q: filters.q }, other)}
          clearHref={isFiltered ? hrefOf({ q: filters.q }, view) : null}
        />
        <CatalogueList view={view} result={result} clearHref={hrefOf({}, view)} />
      </section>
      {view === "datasets" && (
        <Pager
          page={result.page}
          pages={result.pages}
          hrefOf={(page) => hrefOf({ ...filters, page }, view)}
        />
      )}
    </>
  );
}

function hrefOf(filters: Partial<CatalogueFilters>, view: View): string {
  const query = new URLSearchParams(filtersToQuery(filters));
  if (view !== "datasets") query.set("view", view);
  return query.size > 0 ? `/catalogue?${query}` : "/catalogue";
}
