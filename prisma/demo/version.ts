import { recordNewVersion } from "@/lib/services/new-versions";
import { demoId } from "./id";
import { type Scene, type Stage, unitsOf } from "./stage";

/** Bo saw MIMIC-IV 3.1, for which everybody who opens 2.2 signs again. */
export function versionScenes(stage: Stage): Scene[] {
  const play = async () => {
    const [oldUnitId = ""] = await unitsOf("physionet", ["mimiciv/2.2"]);
    const commandId = demoId("version", "mimiciv/3.1");
    await recordNewVersion(await stage.actor("bo", 12), { commandId, oldUnitId, typed: "3.1" });
  };
  return [{ daysAgo: 12, play }];
}
