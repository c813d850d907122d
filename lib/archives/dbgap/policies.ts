import { day } from "../../dates/day";
import type { PolicyRule } from "../policy";

const NOTICES = "https://grants.nih.gov/grants/guide/notice-files";

/** NIST SP 800-171, attested for the systems that hold the data. */
export const SECURITY: PolicyRule = {
  id: "sp800_171",
  notice: "NOT-OD-24-157",
  from: day("2025-01-25"),
  binds: "agreements",
  asks: "The institution attests that every system that holds the data meets NIST SP 800-171.",
  source: `${NOTICES}/NOT-OD-24-157.html`,
};

/** Access from countries of concern is barred. */
export const COUNTRIES: PolicyRule = {
  id: "countries_of_concern",
  notice: "NOT-OD-25-083",
  from: day("2025-04-04"),
  binds: "everybody",
  asks: "Nobody reaches controlled-access data from China with Hong Kong and Macau, Russia, Iran, North Korea, Cuba or Venezuela.",
  source: `${NOTICES}/NOT-OD-25-083.html`,
};

/** The common standards of repositories, the last of whose steps asks for a proof of identity. */
export const STANDARDS: PolicyRule = {
  id: "repository_standards_3",
  notice: "NOT-OD-25-159",
  from: day("2026-02-25"),
  binds: "agreements",
  asks: "Third step of the common standards for controlled-access repositories, proof of identity among them; the day on which dbGaP itself asks for it is not published.",
  source: `${NOTICES}/NOT-OD-25-159.html`,
};

/** What changed dbGaP's terms, in order of the day from which it binds. */
export const POLICIES: readonly PolicyRule[] = [
  {
    id: "genomic_data_sharing",
    notice: "Genomic Data Sharing Policy, NOT-OD-14-124",
    from: day("2014-08-27"),
    binds: "everybody",
    asks: "Human genomic data of NIH's grants are shared, and used as their consent allows.",
    source: `${NOTICES}/NOT-OD-14-124.html`,
  },
  SECURITY,
  {
    id: "generative_models",
    notice: "NOT-OD-25-081",
    from: day("2025-03-28"),
    binds: "everybody",
    asks: "Generative models trained on the data are neither shared nor kept after close-out, and the data go into no public tool.",
    source: `${NOTICES}/NOT-OD-25-081.html`,
  },
  COUNTRIES,
  {
    id: "repository_standards_1",
    notice: "NOT-OD-25-159",
    from: day("2025-09-24"),
    binds: "agreements",
    asks: "First step of the common standards for controlled-access repositories.",
    source: `${NOTICES}/NOT-OD-25-159.html`,
  },
  {
    id: "repository_standards_2",
    notice: "NOT-OD-25-159",
    from: day("2025-11-01"),
    binds: "agreements",
    asks: "Second step of the common standards for controlled-access repositories.",
    source: `${NOTICES}/NOT-OD-25-159.html`,
  },
  {
    id: "controlled_access_policy",
    notice: "NOT-OD-26-023, Federal Register 2025-23246",
    from: day("2025-12-18"),
    binds: "proposal",
    asks: "A proposed NIH Controlled-Access Data Policy; comments were taken until 18 March 2026, and no final text is known.",
    source: `${NOTICES}/NOT-OD-26-023.html`,
  },
  STANDARDS,
  {
    id: "revised_forms",
    notice: "OMB 0925-0670, Federal Register 2026-04788",
    from: day("2026-03-12"),
    binds: "proposal",
    asks: "The forms of requests are being revised and dbGaP's access system is being rebuilt.",
    source: "https://omb.report/icr/202508-0925-001",
  },
  {
    id: "niagads_identity_proof",
    notice: "NIAGADS Data Sharing Service, changes of its login",
    from: day("2026-06-01"),
    binds: "everybody",
    asks: "NIAGADS, which is not dbGaP, asks PIs, signing officials and downloaders for a proof of identity.",
    source: "https://dss.niagads.org/important-update-niagads-dss-login-changes/",
  },
];
