import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import type { Gate } from "@/lib/archives/gate";
import classes from "./archive-guide.module.css";
import { SourceText } from "./source-text";

/** What must be met to open data, each condition in words with its source. */
export function GateList({ gates }: { gates: readonly Gate[] }) {
  const t = useTranslations("archivePage.gates");
  const say = useSay();
  const words = useGateWords();
  if (gates.length === 0) return <p className={classes.small}>{t("none")}</p>;
  return (
    <ul className={classes.points}>
      {gates.map((gate) => (
        <li key={gate.id}>
          <b>{say(gate.label)}</b>: {words(gate)}{" "}
          <span className={classes.small}>
            <SourceText text={gate.source} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function useGateWords(): (gate: Gate) => string {
  const t = useTranslations("archivePage.gates");
  const functionWords = useTranslations("requests.page.function");
  return (gate) => {
    const functions = "functions" in gate ? (gate.functions ?? []) : [];
    const who = functions.map((each) => functionWords(each)).join(", ");
    switch (gate.kind) {
      case "qualification":
        return t(gate.holder, { who: who || "all" });
      case "approval":
        return t(gate.decidedBy);
      case "identity":
        return t("identity", { who: who || "all" });
      case "named":
        return t("named", { who });
      default:
        return t(gate.kind);
    }
  };
}
