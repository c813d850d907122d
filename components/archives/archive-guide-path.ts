/** The address of the page that tells how access works at an archive. */
export function archiveGuidePath(code: string): string {
  return `/catalogue/archives/${encodeURIComponent(code)}`;
}
