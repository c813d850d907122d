import type { ActionResult } from "@/lib/action";
import { archiveByCode } from "@/lib/archives/index";
import type { RuleSetting } from "@/lib/archives/qualification";
import type { RulesOfArchive } from "@/lib/services/archive-rules";
import classes from "./archive-rules.module.css";
import { ArchiveRulesForm } from "./archive-rules-form";
import { RuleSource, useRuleWords } from "./rule-words";

/** What the team decided about rules that no public source confirms; only with `save` to change. */
export function ArchiveRules(props: {
  rules: readonly RulesOfArchive[];
  save?: (input: unknown) => Promise<ActionResult<RulesOfArchive>>;
}) {
  const { save } = props;
  return (
    <div className={classes.archives}>
      {props.rules.map((rules) => {
        const archive = archiveByCode(rules.archive);
        if (!archive) return null;
        return (
          <section key={rules.archive}>
            <h3 className={classes.archive}>{archive.name}</h3>
            {save ? (
              <ArchiveRulesForm
                name={archive.name}
                settings={archive.rules}
                rules={rules}
                save={save}
              />
            ) : (
              <RuleList settings={archive.rules} rules={rules} />
            )}
          </section>
        );
      })}
    </div>
  );
}

/** The rules for readers who cannot change them. */
function RuleList(props: { settings: readonly RuleSetting[]; rules: RulesOfArchive }) {
  const words = useRuleWords();
  return (
    <dl className={classes.list}>
      {props.settings.map(({ id, kind, label, help, source }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            {words(kind, props.rules.values[id] ?? null)}
            <p>{help}</p>
            <RuleSource source={source} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
