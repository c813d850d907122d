import { readBody } from "@/lib/documents/body";
import { MOST_SHEET_BYTES, startSheetForm } from "@/lib/imports/forms";
import { answer, refuse, teamRoute } from "@/lib/route";
import { previewSheet } from "@/lib/services/sheet-import";

/**
 * Takes a spreadsheet as the raw body; what its columns mean comes in `x-sheet`, percent-encoded JSON
 * of `startSheetForm`, since a form of several parts would be read into memory twice.
 */
export const POST = teamRoute(async (actor, request) => {
  const parsed = startSheetForm.safeParse(decoded(request.headers.get("x-sheet") ?? ""));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return answer(422, { message: issue?.message, field: String(issue?.path[0] ?? "mapping") });
  }
  const bytes = await readBody(request.body, MOST_SHEET_BYTES);
  if (!bytes) return refuse(413, "The file is larger than 20 MB.");
  return answer(201, await previewSheet(actor, parsed.data, bytes));
});

function decoded(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return null;
  }
}
