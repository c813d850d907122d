import type { Answers } from "@/lib/archives/form";
import type { PersonKey } from "./people";

/** The ids of the demo's people by key. */
export type PersonIds = Record<PersonKey, string>;

interface Aim {
  title: string;
  text: string;
  lay: string;
}

/** Where the team keeps data, as its forms say it. */
export const STORAGE =
  "Encrypted storage on the institute's research cluster (two nodes in a locked room), reached over VPN with a second factor by the people named here. Managed by the institute's IT department; backups are encrypted and kept on site for 30 days.";

/** The answers of a dbGaP project; `codes` are the modifiers that its consent groups carry. */
export function dbgapAnswers(people: PersonIds, aim: Aim, codes: readonly string[]): Answers {
  const asked = (code: string) => (codes.includes(code) ? "yes" : "no");
  return {
    projectTitle: aim.title,
    researchUse: aim.text,
    publicSummary: aim.lay,
    pi: people.ana,
    signingOfficial: people.frank,
    itDirector: people.grace,
    supervisedPeople: [people.chidi, people.dana],
    downloaders: [people.bo],
    storage: STORAGE,
    securityAttested: true,
    cloudUse: "no",
    countriesChecked: true,
    irbAsked: asked("IRB"),
    irbLetter: true,
    irbExpires: "2028-06-30",
    collaborationAsked: asked("COL"),
    collaborationLetter: true,
    notForProfitAsked: asked("NPU"),
    notForProfit: true,
    certificationAccepted: true,
    conductAccepted: true,
  };
}

/** The answers of an application to an EGA committee. */
export function egaAnswers(
  people: PersonIds,
  aim: Aim,
  committee: { name: string; contact: string },
): Answers {
  return {
    dacName: committee.name,
    dacContact: committee.contact,
    dataSets: "All data sets named in this application; each is needed for the replication cohort.",
    projectTitle: aim.title,
    projectText: aim.text,
    applicant: people.ana,
    namedPeople: [people.bo, people.chidi],
    legalRepresentative: people.helene,
    securityAppendix: STORAGE,
    transfer: "no",
    governingLaw: "England and Wales",
    termsRead: true,
  };
}

export const AIMS = {
  heart: {
    title: "Early markers of heart failure in community cohorts",
    text: "We ask whether combinations of routine measurements predict heart failure five years ahead. We will fit penalised survival models to phenotype and genotype data, compare them with published risk scores, and report calibration by sex and age. The consent groups allow health, medical and biomedical research, which this is; results go to a peer-reviewed journal and the code to a public repository.",
    lay: "Heart failure often shows up late. We look for early signs in measurements that doctors take anyway, so that people at risk can be treated sooner.",
  },
  expression: {
    title: "Tissue-specific regulation of ageing genes",
    text: "We will map how the regulation of genes linked to ageing differs between tissues, using expression and genotype data, and test the findings in our own mouse data. General research use covers this aim. Summary results will be published; no individual-level result leaves the cluster.",
    lay: "Some genes matter more in one organ than in another as we age. We want to know which, and why.",
  },
  methylation: {
    title: "DNA methylation age across the life course",
    text: "We will estimate methylation age with four published clocks in older adults and compare their link with mortality. The analysis replicates earlier work and adds two clocks; no attempt is made to identify participants.",
    lay: "Chemical marks on DNA change with age. We compare ways to read them as a clock.",
  },
  tumour: {
    title: "Clonal evolution and treatment response",
    text: "We will reconstruct tumour phylogenies from multi-region sequencing and relate early branching to treatment response. Only the named people work on the data, on the institute's cluster; results are reported as group statistics.",
    lay: "Tumours are mixtures that change over time. We study how that change relates to treatment.",
  },
  calcium: {
    title: "Coronary calcium and lung function in a multi-ethnic cohort",
    text: "We ask whether early loss of lung function goes with calcium in the coronary arteries, apart from smoking. We will fit mixed models to repeated spirometry and calcium scores, by sex and by self-described group, and report group statistics only. This is health, medical and biomedical research, which the consent group allows.",
    lay: "Lungs and heart age together. We want to know whether a breathing test can tell early who should have their heart looked at.",
  },
} as const satisfies Record<string, Aim>;
