import { readHealth } from "@/lib/services/health";
import { visitor } from "@/lib/session";

/** For whoever watches over Gatebook: 200 when well, else 503. Tells counts and no secrets. */
export async function GET(): Promise<Response> {
  const health = await readHealth(await visitor());
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
