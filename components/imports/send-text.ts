import type { ActionResult } from "@/lib/action";
import type { ErrorCode } from "@/lib/errors";
import type { SheetLook } from "@/lib/imports/sheet-look";
import type { SheetMapping } from "@/lib/imports/sheet-mapping";

const BYTES = { "Content-Type": "application/octet-stream" };

const CODES: Record<number, ErrorCode | "SIGNED_OUT"> = {
  ...{ 401: "SIGNED_OUT", 403: "FORBIDDEN", 404: "NOT_FOUND", 409: "CONFLICT", 413: "INVALID" },
  ...{ 422: "INVALID", 429: "LIMITED", 503: "UNAVAILABLE" },
};

/**
 * Sends the text of a source to be read. A route, not an action: reports are larger than what an
 * action takes. Throws where no answer came.
 */
export async function sendText(
  team: string,
  about: { commandId: string; kind: string; personId: string; seenOn: string },
  text: string | File,
): Promise<ActionResult<{ number: number }>> {
  const query = new URLSearchParams(about);
  return post(`/api/t/${encodeURIComponent(team)}/imports?${query}`, text, {
    "Content-Type": "text/plain; charset=utf-8",
  });
}

/** Sends a spreadsheet to be looked at; nothing of it is kept. Throws where no answer came. */
export async function lookAtFile(
  team: string,
  file: File,
): Promise<ActionResult<{ sheets: SheetLook[] }>> {
  return post(`/api/t/${encodeURIComponent(team)}/imports/sheet/look`, file, BYTES);
}

/** Sends a spreadsheet with what its columns mean. Throws where no answer came. */
export async function sendSheet(
  team: string,
  file: File,
  about: { commandId: string; seenOn: string; sheet: number; mapping: SheetMapping },
): Promise<ActionResult<{ number: number }>> {
  return post(`/api/t/${encodeURIComponent(team)}/imports/sheet`, file, {
    ...BYTES,
    "x-sheet": encodeURIComponent(JSON.stringify(about)),
  });
}

async function post<T extends object>(
  address: string,
  body: string | File,
  headers: Record<string, string>,
): Promise<ActionResult<T>> {
  const response = await fetch(address, { method: "POST", headers, body });
  const read = (await response.json()) as T & { message?: string; field?: string };
  if (response.ok) return { ok: true, data: read };
  const code = CODES[response.status] ?? "DEFECT";
  return { ok: false, code, message: read.message ?? "", field: read.field };
}
