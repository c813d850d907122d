import type { Settings } from "@/lib/env";
import { buildIfNeeded, generateIfNeeded } from "@/lib/launch/building";
import { giveUp } from "@/lib/launch/give-up";
import { checkPorts } from "@/lib/launch/ports";
import { listenAddress, type Mode, startProcesses } from "@/lib/launch/processes";
import { holdDataDir } from "@/lib/launch/run-file";
import { seedIfNeeded } from "@/lib/launch/seeding";
import { startServers } from "@/lib/launch/servers";
import { asVariables, loadSettings } from "@/lib/launch/settings";
import { Shutdown, Stopped } from "@/lib/launch/shutdown";

const DEMO_LEAD = "ana.ruiz@demo.gatebook.example";

function ports(settings: Settings) {
  const pages = { setting: "PORT", port: settings.PORT, host: listenAddress(settings.APP_URL) };
  if (settings.SMTP_URL) return [pages];
  return [
    pages,
    { setting: "MAIL_UI_PORT", port: settings.MAIL_UI_PORT, host: "127.0.0.1" },
    { setting: "MAIL_SMTP_PORT", port: settings.MAIL_SMTP_PORT, host: "127.0.0.1" },
  ];
}

function welcome(settings: Settings) {
  const mailbox = `http://localhost:${settings.MAIL_UI_PORT}`;
  const lines = [
    ["Address", settings.APP_URL],
    ...(settings.SMTP_URL ? [] : [["Mailbox", `${mailbox}  (all mail that Gatebook sends)`]]),
    ...(settings.DEMO ? [["Sign in as", `${DEMO_LEAD}  (lead of the demo team)`]] : []),
    ["Stop", "Ctrl-C"],
  ].map(([label, text]) => `  ${label?.padEnd(12)}${text}`);
  console.log(`\nGatebook is ready.\n\n${lines.join("\n")}\n`);
}

async function startAll(mode: Mode, shutdown: Shutdown) {
  const settings = loadSettings();
  const hold = holdDataDir(settings.DATA_DIR);
  await shutdown.add("Data folder", hold.release);
  await checkPorts(ports(settings));
  await generateIfNeeded();
  const served = await startServers(settings, shutdown);
  await seedIfNeeded(served);
  if (mode === "start") {
    await buildIfNeeded((child) => shutdown.add("Build", () => child.stop(500)));
  }
  await startProcesses(served, mode, shutdown);
  hold.publish(asVariables(served));
  welcome(settings);
}

/** Starts everything and stays until a signal, the end of who called, or the end of a part. */
export async function launch(mode: Mode): Promise<void> {
  const shutdown = new Shutdown();
  const leave = async (code: number) => {
    await shutdown.stop();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void leave(0));
  }
  process.on("disconnect", () => void leave(1));
  try {
    await startAll(mode, shutdown);
  } catch (error) {
    if (error instanceof Stopped) return;
    await shutdown.stop();
    giveUp(error);
  }
  const name = await shutdown.failed;
  console.error(`${name} ended unexpectedly; stopping everything.`);
  await leave(1);
}
