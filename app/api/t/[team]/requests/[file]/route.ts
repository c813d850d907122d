import { contentDisposition } from "@/lib/documents/names";
import { notFound } from "@/lib/errors";
import { requestNumber } from "@/lib/requests/number";
import { privateHeaders, teamRoute } from "@/lib/route";
import { requestPdf } from "@/lib/services/request-print";

/** A request as a tagged PDF: `GB-12.pdf`. */
export const GET = teamRoute<{ team: string; file: string }>(async (actor, _request, { file }) => {
  const number = file.endsWith(".pdf") ? requestNumber(file.slice(0, -".pdf".length)) : null;
  if (number === null) throw notFound("request");
  const { name, bytes } = await requestPdf(actor, number);
  return new Response(bytes, {
    headers: {
      ...privateHeaders(),
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition(name),
    },
  });
});
