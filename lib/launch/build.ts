import { buildIfNeeded } from "@/lib/launch/building";
import { giveUp } from "@/lib/launch/give-up";

// Builds ahead of the first start, for an installation that starts without write access.
try {
  await buildIfNeeded();
} catch (error) {
  giveUp(error);
}
