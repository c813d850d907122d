import { readBody } from "@/lib/documents/body";
import { MOST_SHEET_BYTES } from "@/lib/imports/forms";
import { answer, refuse, teamRoute } from "@/lib/route";
import { lookAtSheets } from "@/lib/services/sheet-import";

/** Takes a spreadsheet as the raw body and answers what it holds; keeps nothing. */
export const POST = teamRoute(async (actor, request) => {
  const bytes = await readBody(request.body, MOST_SHEET_BYTES);
  if (!bytes) return refuse(413, "The file is larger than 20 MB.");
  return answer(200, { sheets: await lookAtSheets(actor, bytes) });
});
