import type { Instrumentation } from "next";

/** Writes what fails while a page is rendered to the log, under the number that the page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { log } = await import("@/lib/log");
  const path = request.path.split("?")[0];
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  log().error(
    { id: digest, path, method: request.method, route: context.routePath, error },
    "page failed",
  );
};
