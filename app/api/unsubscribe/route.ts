import { readBody } from "@/lib/documents/body";
import { env } from "@/lib/env";
import { answer, privateHeaders, refuse } from "@/lib/route";
import { unsubscribe } from "@/lib/services/mail-preferences";
import { tellable } from "@/lib/services/outage";
import { visitor } from "@/lib/session";

// What a mail program posts is one short field.
const MAX_BODY_BYTES = 4_096;

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

/** A click on the link in a mail: the page that asks first, since scanners of mail follow links. */
export async function GET(request: Request): Promise<Response> {
  const url = `${env().APP_URL}/unsubscribe?token=${encodeURIComponent(tokenOf(request))}`;
  return new Response(null, { status: 303, headers: { ...privateHeaders(), Location: url } });
}

/** The button of a mail program (RFC 8058): no session, no cookie, no page of ours around it. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!(await isOneClick(request))) return refuse(400, "This is not a one-click unsubscription.");
    await unsubscribe(await visitor(), tokenOf(request));
    return answer(200, { message: "The daily mail is off. Urgent mail still comes." });
  } catch (error) {
    const { code, message } = tellable(error, "unsubscribing failed");
    return refuse(code === "NOT_FOUND" ? 404 : code === "UNAVAILABLE" ? 503 : 500, message);
  }
}

async function isOneClick(request: Request): Promise<boolean> {
  // Counted as it comes: nobody is bound to announce its length.
  const body = await readBody(request.body, MAX_BODY_BYTES).catch(() => null);
  if (!body) return false;
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(Buffer.from(body), { headers }).formData().catch(() => null);
  return form?.get("List-Unsubscribe") === "One-Click";
}
