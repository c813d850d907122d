/** A file by its name and the hash of its content, null while that is not known. */
export interface HashedFile {
  name: string;
  sha256: string | null;
}

/**
 * The file that has the same content as this one, by its hash: among those that are kept already
 * (`kept`), else among those chosen before it (`chosen`); null where none has or no hash is known.
 */
export function sameFile<Chosen extends HashedFile>(
  file: Chosen,
  kept: readonly HashedFile[],
  chosen: readonly Chosen[],
): { where: "kept" | "chosen"; name: string } | null {
  if (file.sha256 === null) return null;
  const isSame = ({ sha256 }: HashedFile) => sha256 === file.sha256;
  const known = kept.find(isSame);
  if (known) return { where: "kept", name: known.name };
  const earlier = chosen.slice(0, chosen.indexOf(file)).find(isSame);
  return earlier ? { where: "chosen", name: earlier.name } : null;
}
