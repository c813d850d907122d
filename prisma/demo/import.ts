import { applyImport } from "@/lib/services/import-apply";
import { previewImport } from "@/lib/services/import-preview";
import { decideRows, getImport } from "@/lib/services/imports";
import { demoId } from "./id";
import { dayAgo, type Scene, type Stage } from "./stage";

/** One line of dbGaP's project report. */
interface ReportLine {
  project: number;
  study: string;
  name: string;
  group: number;
  consent: string;
  dar: number;
  revision: number;
  status: string;
}

const REPORT: readonly ReportLine[] = [
  {
    ...{ project: 27316, study: "phs000209", name: "MESA", group: 1, consent: "HMB" },
    ...{ dar: 96541, revision: 4, status: "approved" },
  },
  {
    ...{ project: 31874, study: "phs000007", name: "Framingham", group: 1 },
    ...{ consent: "HMB-IRB-MDS", dar: 118322, revision: 1, status: "approved" },
  },
  {
    ...{ project: 40215, study: "phs000424", name: "GTEx", group: 1, consent: "GRU" },
    ...{ dar: 121907, revision: 1, status: "new" },
  },
  {
    ...{ project: 41090, study: "phs000286", name: "Jackson Heart", group: 3 },
    ...{ consent: "HMB-IRB", dar: 122650, revision: 1, status: "new" },
  },
];

/** The report as dbGaP's page shows it. */
function reportText(): string {
  return JSON.stringify(
    REPORT.map(({ project, study, name, group, consent, dar, revision, status }) => ({
      ...{ Project_id: project, PI_name: "Ruiz, Ana", Project_closed: "no" },
      studies: [
        {
          ...{ study_name: name, study_accession: study },
          requests: [
            {
              ...{ DAC_abbrev: "NHLBI", consent_abbrev: consent, consent_code: group, DAR: dar },
              ...{ current_version: revision, current_DAR_status: status },
              was_approved: status === "approved" ? "yes" : "no",
            },
          ],
        },
      ],
    })),
  );
}

/** Bo took dbGaP's report over: two numbers that were missing, and two approvals seen to stand. */
export function importScenes(stage: Stage): Scene[] {
  const play = async () => {
    const actor = await stage.actor("bo", 8);
    const { id: importId, number } = await previewImport(
      actor,
      {
        ...{ commandId: demoId("import", "dbGaP report"), kind: "dbgap_report", personId: null },
        seenOn: dayAgo(stage, 8),
      },
      reportText(),
    );
    if ((await getImport(actor, number)).state !== "preview") return;
    await decideRows(actor, { importId, rows: "all", decision: "accept" });
    await applyImport(actor, { importId });
  };
  return [{ daysAgo: 8, play }];
}
