import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { ROOT } from "@/lib/launch/child";

const compress = promisify(brotliCompress);

/**
 * Writes beside each script and style sheet of a build the same as Brotli packs it best, for
 * packed-files.mjs to serve: a sixth less on the wire than what Next packs anew for each answer.
 */
export async function packBuild(): Promise<void> {
  const folder = path.join(ROOT, ".next/static");
  const files = globSync("**/*.{js,css}", { cwd: folder });
  const one = async (file: string) => {
    const text = await readFile(path.join(folder, file));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    await writeFile(path.join(folder, `${file}.br`), await compress(text, { params }));
  };
  await Promise.all(files.map(one));
}
