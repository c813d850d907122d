import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * Fills a folder once, however many processes want it at the same time: each fills a draft of its
 * own, the first to be done moves it into place, and the others take what is there. A folder that
 * exists is whole and is never touched again, since somebody may be running what lies in it.
 * @param folder absolute path; its parent is made if needed
 * @param fill puts the content into the empty draft folder that it is given
 */
export async function unpackOnce(
  folder: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.`);
  try {
    await fill(draft);
    renameSync(draft, folder);
  } catch (error) {
    // Linux refuses to move a folder onto one that holds files: somebody was faster.
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
