import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { END_BANDS, type EndBandId } from "@/lib/dashboard/bands";
import own from "./overview.module.css";
import { endsPath } from "./overview-path";

const TONES: Record<EndBandId, string> = {
  past: "bad",
  within30: "bad",
  within60: "warn",
  within90: "warn",
  later: "good",
};

/** How many requests end when; each number leads to the list of just these. */
export function EndBands({ team, ends }: { team: string; ends: Record<EndBandId, number> }) {
  const t = useTranslations("overview.ends");
  return (
    <Panel title={t("title")} lead={t("lead")}>
      <ul className={own.tiles}>
        {END_BANDS.map(({ id }) => (
          <li key={id} className={own.tile} data-tone={ends[id] > 0 ? TONES[id] : "none"}>
            <span className={own.label}>{t(id)}</span>
            {ends[id] > 0 ? (
              <TextLink
                href={endsPath(team, id)}
                className={own.count}
                aria-label={t("cell", { band: t(id), count: ends[id] })}
              >
                {String(ends[id])}
              </TextLink>
            ) : (
              <span className={own.count}>0</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
