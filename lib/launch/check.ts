import { checks, runSteps } from "@/lib/launch/steps";

process.exitCode = (await runSteps(checks(process.env))) ? 0 : 1;
process.channel?.unref();
