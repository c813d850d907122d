import { z } from "zod";
import { contentDisposition } from "@/lib/documents/names";
import { notFound } from "@/lib/errors";
import { privateHeaders, teamRoute } from "@/lib/route";
import { openCertificate } from "@/lib/services/certificates";

const FILE = /^([0-9a-f-]{36})\.(json|pdf)$/;

/** A certificate of close-out as `<id>.json`, with its hash over the rest, or as `<id>.pdf`. */
export const GET = teamRoute<{ team: string; file: string }>(async (actor, _request, { file }) => {
  const [, id = "", format = ""] = FILE.exec(file) ?? [];
  if (!z.uuid().safeParse(id).success) throw notFound("certificate");
  const { name, type, bytes } = await openCertificate(actor, {
    id,
    format: format === "pdf" ? "pdf" : "json",
  });
  return new Response(bytes, {
    headers: {
      ...privateHeaders(),
      "Content-Type": type,
      "Content-Disposition": contentDisposition(name),
    },
  });
});
