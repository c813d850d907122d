import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import type { DutyPanel } from "@/lib/services/duty-panel";
import classes from "./dashboard.module.css";

const PROBLEMS = ["held", "bounced", "failed"] as const;

/** Says that mail does not reach its readers, and where to see to it; nothing where all goes well. */
export function MailProblems({ team, mail }: { team: string; mail: DutyPanel["mail"] }) {
  const t = useTranslations("dashboard.mail");
  const problems = mail ? PROBLEMS.filter((problem) => mail[problem] > 0) : [];
  if (!mail || problems.length === 0) return null;
  return (
    <div className={classes.warning}>
      <Note tone="warn" title={t("title")}>
        {problems.map((problem) => (
          <p key={problem}>{t(problem, { count: mail[problem] })}</p>
        ))}
        <p>
          <TextLink href={`/t/${encodeURIComponent(team)}/settings/mail`}>{t("open")}</TextLink>
        </p>
      </Note>
    </div>
  );
}
