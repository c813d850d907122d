import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env";

/** Whose daily mail a link ends, and in which team. */
export interface Unsubscriber {
  teamId: string;
  personId: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ID_BYTES = 16;
const SIGNATURE_BYTES = 32;
/** Two ids and their signature, in base64url. */
const TOKEN_LENGTH = Math.ceil(((2 * ID_BYTES + SIGNATURE_BYTES) * 4) / 3);

/**
 * The address that ends somebody's daily mail: a click opens a page that asks, and mail programs
 * post to it (RFC 8058). It holds for good, since a mail may be read years later, and lets nobody do
 * anything else.
 * @param who ids as UUIDs
 */
export function unsubscribeUrl(who: Unsubscriber): string {
  const ids = Buffer.concat([bytesOf(who.teamId), bytesOf(who.personId)]);
  const token = Buffer.concat([ids, signatureOf(ids)]).toString("base64url");
  return `${env().APP_URL}/api/unsubscribe?token=${token}`;
}

/** Whom a token of `unsubscribeUrl` names; null where this installation has not made it. */
export function readUnsubscribe(token: string): Unsubscriber | null {
  if (token.length !== TOKEN_LENGTH) return null;
  const bytes = Buffer.from(token, "base64url");
  // One token has one spelling only: base64url ignores what it does not know.
  if (bytes.toString("base64url") !== token) return null;
  const ids = bytes.subarray(0, 2 * ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(2 * ID_BYTES), signatureOf(ids))) return null;
  return { teamId: uuidOf(ids.subarray(0, ID_BYTES)), personId: uuidOf(ids.subarray(ID_BYTES)) };
}

/** The name of the purpose keeps a signature of anything else from being taken for one of these. */
function signatureOf(ids: Uint8Array): Buffer {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update("unsubscribe\0").update(ids).digest();
}

function bytesOf(id: string): Buffer {
  if (!UUID.test(id)) throw new RangeError("Not a UUID");
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
