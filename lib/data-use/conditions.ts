import { COUNTRIES } from "../archives/countries";
import { isDay } from "../dates/day";
import { formatDay } from "../dates/format";
import { phrase } from "../said/phrase";
import type { Case } from "./aims";
import type { Answer } from "./purpose-questions";
import type { TermKey } from "./terms-of-unit";
import { ask, fits, type Judgement, refuses } from "./verdict";

type Condition = Exclude<TermKey, "NRES" | "GRU" | "HMB" | "DS" | "POA">;

/** One sentence for each answer to the question that a condition puts to a project. */
function byAnswer(answer: Answer, sentences: Record<Answer, string>): Judgement {
  const judge = { yes: fits, no: refuses, unknown: ask }[answer];
  return judge(sentences[answer]);
}

/**
 * What each condition says of a purpose. A condition whose own value is not given, or that the
 * purpose says nothing on, is for a person to judge.
 * Sources: duo.csv of https://github.com/EBISPOT/DUO; Dyke et al. 2016, https://doi.org/10.1371/journal.pgen.1005772.
 */
export const CONDITIONS: Readonly<Record<Condition, (given: Case) => Judgement>> = {
  MDS: () => fits("Methods development is allowed."),
  RD: () => fits("Related disorders may be studied too."),
  CC: () => fits("Use in clinical care is allowed."),
  NMDS: judgeNoMethods,
  GSO: ({ purpose }) =>
    purpose.kinds.includes("genetic")
      ? fits("Genetic studies are allowed.")
      : refuses("Only genetic studies are allowed; the project does not say that it is one."),
  NPOA: ({ purpose }) =>
    purpose.kinds.includes("ancestry")
      ? refuses("Research on origins or ancestry is not allowed.")
      : fits("The project does not study origins or ancestry."),
  RUO: ({ purpose }) =>
    purpose.kinds.includes("clinical_care")
      ? refuses("Only research is allowed, no use in clinical care.")
      : fits("The data are used for research only."),
  RS: ({ term }) =>
    ask(`Only one kind of research is allowed: ${term.value ?? phrase("which one is not said")}.`),
  NPU: judgeNotForProfit,
  NCU: ({ purpose }) => judgeCommercial(purpose.commercial),
  NPUNCU: judgeBoth,
  IRB: ({ purpose }) =>
    byAnswer(purpose.ethics, {
      yes: "The ethics approval that must be shown is at hand.",
      no: "An ethics approval must be shown, and the project has none yet.",
      unknown: "An ethics approval must be shown; whether there is one is not said.",
    }),
  COL: ({ purpose }) =>
    byAnswer(purpose.collaboration, {
      yes: "The collaboration with the primary investigators is agreed.",
      no: "The primary investigators must take part, and nothing is agreed with them yet.",
      unknown: "The primary investigators must take part; whether they do is not said.",
    }),
  PUB: ({ purpose }) =>
    byAnswer(purpose.publishes, {
      yes: "The project makes its results available, as it must.",
      no: "Results must be made available to other researchers, and the project will not.",
      unknown: "Results must be made available; whether the project will is not said.",
    }),
  RTN: ({ purpose }) =>
    byAnswer(purpose.returnsResults, {
      yes: "The project returns its results to the source, as it must.",
      no: "Results must go back to the source, and the project will not return them.",
      unknown: "Results must go back to the source; whether the project will is not said.",
    }),
  GS: judgePlace,
  MOR: judgeMoratorium,
  TS: judgeTime,
  US: judgePersons,
  IS: judgeInstitution,
  PS: ({ term }) =>
    ask(`Only one project may use the data: ${term.value ?? phrase("which one is not said")}.`),
};

/**
 * The ontology's term forbids methods development; the consent codes that it comes from forbade it
 * beyond the other limits only. So a project that does more than methods is for a person to judge.
 */
function judgeNoMethods({ purpose: { kinds } }: Case): Judgement {
  if (!kinds.includes("methods")) return fits("The project does not develop methods.");
  return kinds.length === 1
    ? refuses("Methods development is not allowed, and the project is nothing else.")
    : ask("Methods development is not allowed; the project does it beside other research.");
}

/** Some studies mean by NPU the use as well: then commercial use of a university is for the committee. */
function judgeNotForProfit({ purpose, term }: Case): Judgement {
  if (
    purpose.notForProfit === "yes" &&
    term.from === "consent code" &&
    purpose.commercial !== "no"
  ) {
    return ask(
      "Only not-for-profit organisations may use the data; ask whether any commercial use is meant too.",
    );
  }
  return byAnswer(purpose.notForProfit, {
    yes: "The organisation is not for profit.",
    no: "Only not-for-profit organisations may use the data.",
    unknown: "Only not-for-profit organisations may use the data; what yours is, is not said.",
  });
}

function judgeCommercial(commercial: Answer): Judgement {
  const sentences = {
    yes: "Commercial use is not allowed.",
    no: "The use is not commercial.",
    unknown: "Commercial use is not allowed; whether yours is, is not said.",
  };
  return { yes: refuses, no: fits, unknown: ask }[commercial](sentences[commercial]);
}

function judgeBoth(given: Case): Judgement {
  const { notForProfit, commercial } = given.purpose;
  if (notForProfit === "no") return refuses("Only not-for-profit organisations may use the data.");
  if (notForProfit === "yes" || commercial === "yes") return judgeCommercial(commercial);
  return ask("Only not-for-profit organisations may use the data; what yours is, is not said.");
}

const NAMES = new Map<string, string>(COUNTRIES.map(({ value, label }) => [value, label]));
const placeInWords = (place: string) => NAMES.get(place) ?? place;

/** Countries are compared by their two letters; regions and other words are for a person. */
function judgePlace({ purpose, term }: Case): Judgement {
  const places = listed(term.value).map((place) => place.toUpperCase());
  if (places.length === 0)
    return ask("Use is limited to certain countries; which ones is not said.");
  const where = phrase(`Use is limited to ${places.map(placeInWords).join(", ")}`);
  if (purpose.country === "") return ask(`${where}; where you work is not said.`);
  if (places.includes(purpose.country)) return fits(`${where}, and you work there.`);
  return places.every((place) => NAMES.has(place))
    ? refuses(`${where}; you work in ${placeInWords(purpose.country)}.`)
    : ask(`${where}; whether ${placeInWords(purpose.country)} belongs to it, a person must say.`);
}

function judgeMoratorium({ purpose, term }: Case): Judgement {
  if (purpose.publishes === "no") return fits("The project publishes nothing.");
  const day = term.value ?? "";
  return isDay(day)
    ? fits(`Nothing may be published before ${formatDay(day)}.`)
    : ask("Nothing may be published before a day that is not said.");
}

function judgeTime({ purpose: { until }, term }: Case): Judgement {
  const limit = term.value ?? "";
  if (!isDay(limit)) {
    const months = /^\d{1,3}$/.test(limit)
      ? phrase(`no more than ${limit} months`)
      : phrase("a time that is not said");
    return ask(`Use is limited to ${months}; ask whether that is enough.`);
  }
  const words = phrase(`Use ends on ${formatDay(limit)}`);
  if (until === null) return ask(`${words}; how long the project runs is not said.`);
  return until <= limit
    ? fits(`${words}; the project is over by then.`)
    : refuses(`${words}; the project runs until ${formatDay(until)}.`);
}

function judgePersons({ purpose: { users }, term }: Case): Judgement {
  const named = listed(term.value);
  if (named.length === 0) return ask("Only named persons may use the data; who is not said.");
  if (users.length === 0) return ask("Only named persons may use the data; you name nobody.");
  const others = users.filter((user) => !named.some((name) => isSameName(name, user)));
  return others.length === 0
    ? fits("Everybody you name is among the named persons.")
    : ask(`Only named persons may use the data; ${others.join(", ")} is not found among them.`);
}

function judgeInstitution({ purpose: { institution }, term }: Case): Judgement {
  const named = listed(term.value);
  if (named.length === 0 || institution === "") {
    return ask("Only named institutions may use the data; whether yours is one is not said.");
  }
  return named.some((name) => isSameName(name, institution))
    ? fits(`${institution} is among the named institutions.`)
    : ask(`Only named institutions may use the data; ${institution} is not found among them.`);
}

function listed(value: string | null): string[] {
  return (value ?? "")
    .split(/[,;]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

function isSameName(a: string, b: string): boolean {
  return a.localeCompare(b, "en", { sensitivity: "base" }) === 0;
}
