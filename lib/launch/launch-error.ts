/** Something the operator must put right. The message is one line without secrets; no stack is shown. */
export class LaunchError extends Error {
  override name = "LaunchError";
}
