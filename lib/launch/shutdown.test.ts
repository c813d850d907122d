import { expect, test, vi } from "vitest";
import { Shutdown, Stopped } from "@/lib/launch/shutdown";

test("parts stop in reverse order, also after one of them fails", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const stopped: string[] = [];
  const shutdown = new Shutdown();
  await shutdown.add("PostgreSQL", () => void stopped.push("PostgreSQL"));
  await shutdown.add("Worker", () => Promise.reject(new Error("stuck")));
  await shutdown.add("Web", () => void stopped.push("Web"));
  await shutdown.stop();
  expect(stopped).toEqual(["Web", "PostgreSQL"]);
  expect(log).toHaveBeenCalledWith("Worker did not stop cleanly: stuck");
  log.mockRestore();
});

test("stopping twice stops each part once", async () => {
  const stop = vi.fn();
  const shutdown = new Shutdown();
  await shutdown.add("Web", stop);
  await Promise.all([shutdown.stop(), shutdown.stop()]);
  expect(stop).toHaveBeenCalledTimes(1);
});

test("a part that gets started while all stops is stopped at once", async () => {
  const shutdown = new Shutdown();
  await shutdown.stop();
  const stop = vi.fn();
  await expect(shutdown.add("Web", stop)).rejects.toThrow(Stopped);
  expect(stop).toHaveBeenCalledTimes(1);
});

test("a part that ends by itself is named, one that we stopped is not", async () => {
  const shutdown = new Shutdown();
  await shutdown.add("Worker", () => undefined, Promise.resolve());
  expect(await shutdown.failed).toBe("Worker");

  const calm = new Shutdown();
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  await calm.add("Web", () => end(), ended);
  await calm.stop();
  expect(await Promise.race([calm.failed, Promise.resolve("nobody")])).toBe("nobody");
});
