import type { StatusImports } from "../status-import";
import { readCredentialPage, readTrainingPage } from "./account-pages";
import { readAgreementsPage } from "./agreements-page";
import { readPhysionetIdentifiers } from "./identifiers";
import { SOURCES } from "./sources";

const COPY = { text: "Select all of the page, copy it, and paste it into the box below." };

function signIn(page: string, url: string) {
  return [
    {
      text: `Whose access it is signs in at PhysioNet and opens the page “${page}”: nobody else can see it.`,
      link: { label: `${page} at PhysioNet`, url },
    },
    COPY,
  ];
}

/** The pages on which PhysioNet shows somebody their own state. */
export const IMPORTS: StatusImports = {
  sources: [
    {
      kind: "physionet_agreements",
      name: "PhysioNet agreements page",
      personal: true,
      steps: signIn("Agreements", "https://physionet.org/settings/agreements/"),
      example:
        "Oct. 11, 2024   PhysioNet Credentialed Health Data Use Agreement 1.5.0   MIMIC-IV (v3.1)",
      read: readAgreementsPage,
      refreshDays: null,
      source: SOURCES.agreementsPage,
    },
    {
      kind: "physionet_credential",
      name: "PhysioNet credentialing page",
      personal: true,
      steps: signIn("Credentialing", "https://physionet.org/settings/credentialing/"),
      example: "Your account was successfully credentialed on Jan. 5, 2024, 3:04 p.m.",
      read: readCredentialPage,
      refreshDays: null,
      source: SOURCES.credentialPage,
    },
    {
      kind: "physionet_training",
      name: "PhysioNet training page",
      personal: true,
      steps: signIn("Training", "https://physionet.org/settings/training/"),
      example: "Active   CITI Data or Specimens Only Research",
      read: readTrainingPage,
      refreshDays: null,
      source: SOURCES.trainingPage,
    },
  ],
  unitCode: (text) =>
    readPhysionetIdentifiers(text.trim()).find(({ value }) => value.includes("/"))?.value ?? null,
  ownUnit: { accessClass: "credentialed", policy: "credentialed" },
  approvedStep: (lifecycle) => (lifecycle === "physionet-contributor" ? "accepted" : "signed"),
};
