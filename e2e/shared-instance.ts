import { freeSettings, type Place, remove, startInstance } from "./instance";

const VARIABLE = "GATEBOOK_E2E";

/** Starts the one Gatebook that nearly all specs share, with the demo team, and gives its end. */
export default async function start(): Promise<() => Promise<void>> {
  const instance = await startInstance({ ...(await freeSettings()), DEMO: "1" });
  const { address, mailbox, dataDir, logFile } = instance;
  process.env[VARIABLE] = JSON.stringify({ address, mailbox, dataDir, logFile });
  return async () => {
    await instance.stop();
    remove(dataDir);
  };
}

/** The shared Gatebook, as seen from a spec. */
export function sharedInstance(): Place {
  const place = process.env[VARIABLE];
  if (!place) throw new Error("Specs run under Playwright, which starts Gatebook for them.");
  return JSON.parse(place);
}
