import { readBody } from "@/lib/documents/body";
import { MOST_BYTES, startImportForm } from "@/lib/imports/forms";
import { answer, refuse, teamRoute } from "@/lib/route";
import { previewImport } from "@/lib/services/import-preview";

const TOO_LARGE = "This is larger than 10 MB; read it in parts.";

/**
 * Takes the text of a source as the raw body, in UTF-8; what is said beside it stands in the address:
 * `commandId`, `kind`, `personId` (may be empty), `seenOn`.
 */
export const POST = teamRoute(async (actor, request) => {
  if (Number(request.headers.get("content-length")) > MOST_BYTES) return refuse(413, TOO_LARGE);
  const { searchParams } = new URL(request.url);
  const parsed = startImportForm.safeParse({
    commandId: searchParams.get("commandId"),
    kind: searchParams.get("kind"),
    personId: searchParams.get("personId") || null,
    seenOn: searchParams.get("seenOn") ?? "",
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return answer(422, { message: issue?.message, field: issue?.path.join(".") });
  }
  const bytes = await readBody(request.body, MOST_BYTES);
  if (!bytes) return refuse(413, TOO_LARGE);
  return answer(201, await previewImport(actor, parsed.data, new TextDecoder().decode(bytes)));
});
