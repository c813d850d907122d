/** For tests: one data access request of a project report, as dbGaP writes it. */
export interface SampleDar {
  phs: string;
  group: number;
  dar: number;
  revision?: number;
  status: string;
  consent?: string;
}

/** For tests: dbGaP's project report with one project. */
export function sampleReport(project: number, dars: readonly SampleDar[], closed = "no"): string {
  return JSON.stringify([
    {
      ...{ Project_id: project, PI_name: "Doe, Jane", Project_closed: closed, further: { key: 1 } },
      studies: dars.map((one) => ({
        ...{ study_name: `Study ${one.phs}`, study_accession: one.phs },
        requests: [
          {
            ...{ DAC_abbrev: "NHGRI", consent_abbrev: one.consent ?? "GRU" },
            ...{ consent_code: one.group, DAR: one.dar, current_version: one.revision ?? 1 },
            ...{ current_DAR_status: one.status, was_approved: "yes" },
          },
        ],
      })),
    },
  ]);
}
