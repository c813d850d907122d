import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readCertificate } from "../certificates/certificate";

const USAGE = "Say which file: npm run certificate:verify -- close-out-GB-12.json";

/**
 * `npm run certificate:verify -- file`: checks a certificate by itself, without any database: that
 * its hash is the hash of the rest, and that no byte differs.
 * @returns 0 when it verifies, 1 when it does not or cannot be read
 */
export async function verify(args: readonly string[]): Promise<number> {
  const [file] = args;
  if (file === undefined) return fail(USAGE);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return fail(`${file} cannot be read.`);
  const text = textOf(bytes);
  const reading = text === null ? null : readCertificate(text, sha256);
  if (reading === null) return fail(`${file} does not verify: it is no text in UTF-8.`);
  if (!reading.ok) return fail(`${file} does not verify: ${reading.why}`);
  const { request, team, issued } = reading.body;
  console.log(`${file} verifies: ${request.number} of ${team.name}, issued ${issued.at}.`);
  console.log(`SHA-256 ${reading.sha256}`);
  console.log("Whether that team issued it, its page Certificates in Gatebook says.");
  return 0;
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

// It needs no database, so it is run by itself and not as other commands are.
if (import.meta.main) process.exitCode = await verify(process.argv.slice(2));
