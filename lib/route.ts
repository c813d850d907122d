import { env } from "./env";
import type { ErrorCode } from "./errors";
import { isOwnOrigin } from "./origin";
import { pageHeaders } from "./page-headers";
import { sayIn } from "./said/say-in";
import { tellable } from "./services/outage";
import { requireMember } from "./services/teams";
import { currentUser, readerOfPage, visitor } from "./session";
import type { Member, Visitor } from "./team/actor";

const STATUS: Record<ErrorCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  CONFLICT: 409,
  INVALID: 422,
  LIMITED: 429,
  UNAVAILABLE: 503,
  DEFECT: 500,
};

/** For all that is behind a session: kept by no cache, named to no other site, run as nothing. */
export function privateHeaders(): Record<string, string> {
  const isHttps = env().APP_URL.startsWith("https:");
  return pageHeaders({ path: "/api/t", csp: "", isHttps });
}

/** A JSON answer behind a session. */
export function answer(
  status: number,
  body: object,
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers: { ...privateHeaders(), ...headers } });
}

/** An answer that carries one sentence, in the reader's language; sentences are English in code. */
export async function refuse(status: number, message: string): Promise<Response> {
  return answer(status, { message: await told(message) });
}

async function told(message: string): Promise<string> {
  return sayIn((await readerOfPage()).language)(message);
}

/**
 * A route handler within the team that the address names. Whoever is signed out gets 401; a team of
 * others and an unknown one the same 404; a write from another site 403; an AppError its status and
 * sentence as JSON. It never throws.
 */
export function teamRoute<P extends { team: string }>(
  handler: (actor: Member, request: Request, params: P) => Promise<Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const reads = request.method === "GET" || request.method === "HEAD";
      if (!reads && !isOwnOrigin(request.headers, env().APP_URL)) {
        return refuse(403, "This was sent from another site. Open it here again.");
      }
      const user = await currentUser();
      if (!user)
        return refuse(401, "Your session has ended. Sign in again, then send this once more.");
      const params = await context.params;
      return await handler(await requireMember(user, params.team), request, params);
    } catch (error) {
      return await failure(error);
    }
  };
}

/** A route handler for whoever knows its address: an AppError is told as in `teamRoute`. It never throws. */
export function visitorRoute<P>(
  handler: (visitor: Visitor, request: Request, params: P) => Promise<Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, context) => {
    try {
      return await handler(await visitor(), request, await context.params);
    } catch (error) {
      return await failure(error);
    }
  };
}

async function failure(error: unknown): Promise<Response> {
  const { code, message, options } = tellable(error, "route failed");
  const headers = code === "UNAVAILABLE" ? { "Retry-After": "10" } : undefined;
  const body = { message: await told(message), field: options.field };
  return answer(STATUS[code], body, headers);
}
