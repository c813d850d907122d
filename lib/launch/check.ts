import { checks, runStages } from "@/lib/launch/steps";

process.exitCode = (await runStages(checks(process.env))) ? 0 : 1;
process.channel?.unref();
