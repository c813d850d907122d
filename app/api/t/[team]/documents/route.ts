import { z } from "zod";
import { requestPath } from "@/components/requests/request-path";
import { readBody } from "@/lib/documents/body";
import { MAX_DOCUMENT_BYTES } from "@/lib/documents/kinds";
import { invalid } from "@/lib/errors";
import { answer, privateHeaders, refuse, teamRoute } from "@/lib/route";
import { uploadDocument } from "@/lib/services/documents";
import type { Member } from "@/lib/team/actor";

const TOO_LARGE = "The file is larger than 25 MB.";
const CUT_OFF = "The upload was cut off before its end. Upload the file again.";

const form = z.object({
  id: z.uuid("The upload does not say which document it is. Reload the page and try again."),
  requestId: z.uuid("There is no such request here.").optional(),
  name: z
    .string("The upload does not say the file's name.")
    .max(10_000, "The file has too long a name."),
});

/**
 * Takes one file as the raw body: `x-document-id` a UUID made once per file, `x-file-name` its name,
 * percent-encoded, and `?request=` the request it belongs to, if any. The form of a page without
 * JavaScript sends several at once, 25 MB together, and is led back to its request.
 */
export const POST = teamRoute(async (actor, request, { team }) => {
  if (request.headers.get("content-type")?.startsWith("multipart/form-data"))
    return takeForm(actor, request, team);
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (announced > MAX_DOCUMENT_BYTES) return refuse(413, TOO_LARGE);
  const parsed = form.safeParse({
    id: request.headers.get("x-document-id") ?? "",
    requestId: new URL(request.url).searchParams.get("request") ?? undefined,
    name: decoded(request.headers.get("x-file-name") ?? ""),
  });
  if (!parsed.success) return refuse(422, parsed.error.issues[0]?.message ?? CUT_OFF);
  const bytes = await readBody(request.body, MAX_DOCUMENT_BYTES).catch(() => {
    throw invalid("file", CUT_OFF);
  });
  if (!bytes) return refuse(413, TOO_LARGE);
  if (!Number.isNaN(announced) && announced !== bytes.byteLength) return refuse(400, CUT_OFF);
  return answer(201, { document: await uploadDocument(actor, { ...parsed.data, bytes }) });
});

const plainForm = z.object({ requestId: z.uuid(), number: z.coerce.number().int().positive() });

async function takeForm(actor: Member, request: Request, team: string): Promise<Response> {
  const bytes = await readBody(request.body, MAX_DOCUMENT_BYTES);
  if (!bytes) return refuse(413, TOO_LARGE);
  const type = request.headers.get("content-type") ?? "";
  const sent = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (!sent) return refuse(400, CUT_OFF);
  const parsed = plainForm.safeParse(Object.fromEntries(sent));
  if (!parsed.success) return refuse(422, "There is no such request here.");
  const { requestId, number } = parsed.data;
  for (const file of sent.getAll("file").filter((each) => each instanceof File)) {
    await uploadDocument(actor, {
      ...{ id: crypto.randomUUID(), requestId, name: file.name },
      bytes: new Uint8Array(await file.arrayBuffer()),
    });
  }
  return new Response(null, {
    status: 303,
    headers: { ...privateHeaders(), location: requestPath(team, number) },
  });
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
