import { isGated } from "../catalogue/access-class";
import { searchWords } from "../catalogue/search-text";
import { type Fit, fitOf } from "../data-use/fit";
import type { FitFilter } from "../data-use/fit-filter";
import { type Term, termsOfUnit } from "../data-use/terms-of-unit";
import { FIT_VERDICTS, type FitVerdict } from "../data-use/verdict";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { readPurpose, type TeamPurpose } from "./purposes";
import { inTeam, type Tx } from "./transaction";
import { OF_TEAM, withTeamTerms } from "./unit-terms-rows";

/** How many units a page of the list shows. */
const PAGE_SIZE = 50;

/** A unit of the catalogue with what a purpose may do with it. */
export interface UnitFit {
  id: string;
  code: string;
  label: string;
  archive: string;
  isLatest: boolean;
  dataset: { slug: string; title: string };
  terms: readonly Term[];
  fit: Fit;
}

export interface FitList {
  purpose: TeamPurpose;
  /** What fits first, then what must be asked, each by data set. */
  units: UnitFit[];
  /** Of all verdicts, within the archive and words of the filter. */
  counts: Record<FitVerdict, number>;
  page: number;
  pages: number;
}

/**
 * Compares a purpose with every gated unit of the catalogue.
 * @throws AppError NOT_FOUND for an unknown purpose
 */
export async function fitOfUnits(
  actor: Member,
  input: { purposeId: string; filter: FitFilter },
): Promise<FitList> {
  authorise(actor, "purpose.read");
  const { filter } = input;
  return inTeam(actor, async (tx) => {
    const purpose = await readPurpose(tx, actor.teamId, input.purposeId);
    const units = await readUnits(tx);
    const judged = units.filter((unit) => isWanted(unit, filter)).map(judgeFor(purpose));
    const countOf = (verdict: FitVerdict) =>
      judged.filter(({ fit }) => fit.verdict === verdict).length;
    const chosen = judged.filter(({ fit }) => !filter.verdict || fit.verdict === filter.verdict);
    const pages = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE));
    const page = Math.min(filter.page, pages);
    return {
      purpose,
      units: chosen
        .toSorted((a, b) => weight(a) - weight(b))
        .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      counts: { fits: countOf("fits"), ask: countOf("ask"), does_not_fit: countOf("does_not_fit") },
      page,
      pages,
    };
  });
}

type Row = Awaited<ReturnType<typeof readUnits>>[number];

async function readUnits(tx: Tx) {
  const units = await tx.accessUnit.findMany({
    where: { retiredAt: null, dataset: { retiredAt: null } },
    orderBy: [{ dataset: { title: "asc" } }, { isLatest: "desc" }, { code: "asc" }],
    select: {
      id: true,
      code: true,
      label: true,
      archive: true,
      accessClass: true,
      consentCode: true,
      duo: true,
      teamTerms: OF_TEAM,
      isLatest: true,
      dataset: { select: { slug: true, title: true, searchText: true } },
    },
  });
  return units.filter(({ accessClass }) => isGated(accessClass)).map(withTeamTerms);
}

function isWanted({ archive, dataset }: Row, filter: FitFilter): boolean {
  const words = searchWords(filter.q ?? "");
  return (
    (filter.archive === undefined || archive === filter.archive) &&
    words.every((word) => dataset.searchText.includes(word))
  );
}

function judgeFor({ statements }: TeamPurpose) {
  return ({ id, code, label, archive, isLatest, dataset, ...unit }: Row): UnitFit => {
    const terms = termsOfUnit(unit);
    const { slug, title } = dataset;
    return {
      ...{ id, code, label, archive, isLatest, dataset: { slug, title } },
      terms: terms.terms,
      fit: fitOf(statements, terms),
    };
  };
}

const weight = ({ fit }: UnitFit) => FIT_VERDICTS.indexOf(fit.verdict);
