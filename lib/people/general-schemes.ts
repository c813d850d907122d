import { readOrcid } from "../archives/orcid";
import type { IdentityScheme } from "../archives/qualification";

const ADDRESS = "^[^\\s@]{1,64}@[^\\s@]{1,189}$";
const inLowerCase = (text: string) => text.trim().toLowerCase();

/** Accounts that belong to no archive, and that several of them ask for. */
export const GENERAL_SCHEMES: readonly IdentityScheme[] = [
  {
    id: "orcid",
    name: "ORCID iD",
    example: "0000-0002-1825-0097",
    pattern: "^(?:https?://orcid\\.org/)?\\d{4}-\\d{4}-\\d{4}-\\d{3}[0-9Xx]$",
    normalise: readOrcid,
    guidance:
      "The last character is a check on the others, so a slip of the pen shows. Link it in the PhysioNet profile: reviewers there look for it.",
    url: "https://orcid.org/",
    lastsDays: null,
    source: "https://support.orcid.org/hc/en-us/articles/360006897674",
  },
  {
    id: "login_gov",
    name: "Login.gov account",
    example: "jane.doe@lab.example.org",
    pattern: ADDRESS,
    normalise: inLowerCase,
    guidance:
      "The address of the account that is linked to eRA Commons. Whether the identity is proven is recorded apart, as identity proof.",
    url: "https://secure.login.gov/account",
    lastsDays: null,
    source: "NOT-OD-25-159",
  },
  {
    id: "google_cloud",
    name: "Google account for cloud access",
    example: "jane.doe@lab.example.org",
    pattern: ADDRESS,
    normalise: inLowerCase,
    guidance:
      "The address set in the person's PhysioNet cloud settings, for BigQuery and Cloud Storage. Access through the cloud is asked for project by project.",
    url: "https://physionet.org/settings/cloud/",
    lastsDays: null,
    source: "https://mimic.mit.edu/docs/gettingstarted/cloud/",
  },
  {
    id: "aws",
    name: "AWS account for cloud access",
    example: "123456789012",
    pattern: "^(?:\\d{12}|\\d{4}-\\d{4}-\\d{4})$",
    normalise: (text) => text.trim().replaceAll("-", ""),
    guidance: "The account's twelve digits, as set in the person's PhysioNet cloud settings.",
    url: "https://physionet.org/settings/cloud/",
    lastsDays: null,
    source: "https://mimic.mit.edu/docs/gettingstarted/cloud/",
  },
];
