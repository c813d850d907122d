/** Public sources of what this folder says, each named once. */
export const SOURCES = {
  minimumCredentials: "https://sharing.nih.gov/node/57",
  account:
    "https://www.era.nih.gov/erahelp/AMS_NEW/Content/Create_Accounts/Create_User_Accts/Create_Acct_External.htm",
  requesting:
    "https://osp.od.nih.gov/policies/requesting-access-to-controlled-access-data-maintained-in-nih-designated-data-repositories-e-g-dbgap/",
  requestFaq: "https://dbgap.ncbi.nlm.nih.gov/FAQs/data-access-requests/",
  submissionFaq: "https://www.ncbi.nlm.nih.gov/books/NBK117242/",
  collaboratorFaq: "https://www.ncbi.nlm.nih.gov/books/NBK36455/",
  certification: "NIH Data Use Certification Agreement, model text of 2019-04-19",
  currentCertification:
    "https://sharing.nih.gov/accessing-data/accessing-genomic-data/using-genomic-data-responsibly/nih-data-use-certification-agreement",
  codeOfConduct: "https://dbgap.ncbi.nlm.nih.gov/aa/ddb_Code_of_Conduct.html",
  seerAgreement: "NCI SEER data use agreement",
  versions: "UW-GAC/primed-django on GitHub, primed/dbgap/models.py, get_dbgap_workspaces",
  statuses: "UW-GAC/parse-dbgap-application on GitHub",
  numbers: "UW-GAC/primed-django on GitHub, primed/dbgap/models.py",
  signingOfficial: "https://ura.uchicago.edu/node/321",
  closeOut: "https://dss.niagads.org/documentation/applying-for-data/close-out-instructions/",
  sisterAdvice: "https://nda.nih.gov/abcd/access-review.html",
  renewing: "https://docs.facebase.org/docs/renewing",
  reviewTimes: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3617375/",
  downloaders: "RADx Data Hub, tutorial on access to data through dbGaP",
  projectInstructions: "https://public.nihdatacommons.us/Instructions_DataAccessRequest/",
  consentCodes: "https://doi.org/10.1371/journal.pgen.1005772",
  security: "NOT-OD-24-157",
  models: "NOT-OD-25-081",
  countries: "NOT-OD-25-083",
  identityProof: "NOT-OD-25-159",
  identityProofDate: "https://dss.niagads.org/important-update-niagads-dss-login-changes/",
  snapshots: "UW-GAC/primed-django on GitHub, primed/dbgap",
} as const;
