import type { Archive } from "../archives/archive";
import { AppError } from "../errors";
import { missingAnswers } from "../requests/form";
import { readReport } from "../requests/progress-report";
import type { TeamActor } from "../team/actor";
import type { LoadedRequest } from "./request-for-move";
import { joins } from "./rounds";
import type { Tx } from "./transaction";

/**
 * What filing a renewal adds to filing: its progress report must be complete, and what it tells
 * counts as reported from now on. Nothing for what is filed otherwise. Throws INVALID with what is
 * missing in `details.missing`.
 */
export async function fileReport(
  tx: Tx,
  actor: TeamActor,
  input: { archive: Archive; request: LoadedRequest; moving: readonly { granted: boolean }[] },
): Promise<void> {
  const { archive, request, moving } = input;
  const { teamId } = actor;
  const renewal = archive.renewal(request.lifecycle);
  const cycle = await tx.cycle.findFirst({
    where: { teamId, requestId: request.id },
    orderBy: { number: "desc" },
  });
  if (!cycle || !joins(cycle) || renewal.how === "not_renewable") return;
  if (!moving.some(({ granted }) => granted)) return;
  const report = readReport(cycle.progress);
  const missing = missingAnswers(renewal.progress, report?.answers ?? {}, {}, []);
  if (missing.length > 0) {
    const [first] = missing;
    throw new AppError(
      "INVALID",
      missing.length === 1
        ? `The renewal is not complete: “${first?.label}” is still to be answered, on the page Renewal.`
        : `The renewal is not complete: ${missing.length} answers are still missing, on the page Renewal.`,
      { field: first?.fieldId, details: { missing } },
    );
  }
  await tx.outputUse.updateMany({
    where: { teamId, requestId: request.id, cycleId: cycle.id },
    data: { cycleId: null },
  });
  await tx.outputUse.updateMany({
    where: { teamId, requestId: request.id, outputId: { in: [...(report?.told ?? [])] } },
    data: { cycleId: cycle.id },
  });
}
