import { z } from "zod";
import { contentDisposition } from "@/lib/documents/names";
import { notFound } from "@/lib/errors";
import { privateHeaders, teamRoute } from "@/lib/route";
import { openDocument } from "@/lib/services/documents";

/** Hands a document out to its team: always to be saved, never to be shown by the browser. */
export const GET = teamRoute<{ team: string; id: string }>(async (actor, _request, { id }) => {
  if (!z.uuid().safeParse(id).success) throw notFound("document");
  const document = await openDocument(actor, id);
  return new Response(document.bytes, {
    headers: {
      ...privateHeaders(),
      "Content-Type": document.type,
      "Content-Disposition": contentDisposition(document.name),
    },
  });
});
