import type { Answers } from "@/lib/archives/form";
import { AIMS, dbgapAnswers, egaAnswers, type PersonIds } from "./answers";
import { FIRST_STORAGE, TUMOUR_SUMMARY } from "./library";
import type { PersonKey } from "./people";
import type { DemoStory } from "./story";

interface DemoForm {
  answers: Answers;
  /** By person, where the archive asks each person. */
  itemAnswers: Partial<Record<PersonKey, Answers>>;
}

const once = (answers: Answers): DemoForm => ({ answers, itemAnswers: {} });

/** What the team wrote into a story's form. */
export function formAnswers(story: DemoStory, people: PersonIds): DemoForm {
  const committee = (name: string) => ({ name, contact: "dac@example.org" });
  switch (story.form) {
    case "heart":
      return once(dbgapAnswers(people, AIMS.heart, ["IRB", "NPU"]));
    case "expression":
      return once(dbgapAnswers(people, AIMS.expression, []));
    case "methylation":
      return once(dbgapAnswers(people, AIMS.methylation, []));
    case "calcium": {
      const form = dbgapAnswers(people, AIMS.calcium, []);
      // Nobody of today's trainees was there; the office's own person came later.
      return once({ ...form, supervisedPeople: [], itDirector: people.bo });
    }
    case "begun":
      return once({ researchUse: TUMOUR_SUMMARY, storage: FIRST_STORAGE, pi: people.ana });
    case "metabric":
      return once(egaAnswers(people, AIMS.tumour, committee("METABRIC data access committee")));
    case "tracerx":
      return once(egaAnswers(people, AIMS.tumour, committee("CRUK / UCL data access committee")));
    case "leeds":
      return once(egaAnswers(people, AIMS.expression, committee("Leeds data access committee")));
    case "credentialed":
      return {
        answers: {},
        itemAnswers: { chidi: credentialForm("chidi"), dana: credentialForm("dana") },
      };
    case "signed_long_ago":
      return { answers: {}, itemAnswers: { ana: SIGNED, bo: SIGNED } };
    case "contributor":
      return {
        answers: {
          dataUseTitle: "Early warning of circulatory failure",
          dataUsePurpose:
            "We test whether a model trained on our own unit's records warns of circulatory failure in another hospital. Only summary results leave the cluster.",
        },
        itemAnswers: { chidi: { gatesPassed: true, termsAccepted: true } },
      };
    default:
      return once({});
  }
}

/** Who is credentialed and trained has only the agreement to read. */
const SIGNED: Answers = { credentialed: "yes", trained: "yes", agreementRead: true };

function credentialForm(who: "chidi" | "dana"): Answers {
  const [firstNames, lastName] = who === "chidi" ? ["Chidi", "Okafor"] : ["Dana", "Levi"];
  return {
    credentialed: "no",
    trained: "no",
    firstNames,
    lastName,
    researcherCategory: who === "chidi" ? "postdoc" : "graduate_student",
    organization: "Institute of Computational Medicine",
    jobTitle: who === "chidi" ? "Postdoctoral researcher" : "Doctoral student",
    city: "Castellón de la Plana",
    country: "ES",
    zip: "12006",
    courseCategory: "no",
    researchSummary:
      "I study how sepsis develops during intensive care. I will describe trajectories of vital signs and laboratory values, group them, and relate the groups to outcome, using the records of adult stays only.",
    referenceCategory: "supervisor",
    referenceName: "Ana Ruiz",
    referenceEmail: "ana.ruiz@icm.example",
    referenceOrganization: "Institute of Computational Medicine",
    referenceTitle: "Professor",
    agreementRead: true,
  };
}
