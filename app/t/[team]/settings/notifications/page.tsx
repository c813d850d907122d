import { Box } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type KindGroup, MyMailForm } from "@/components/mail/my-mail-form";
import { Crumbs } from "@/components/ui/crumbs";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getSay } from "@/components/words/say";
import { DUTY_GROUPS, DUTY_KINDS } from "@/lib/obligations/kinds";
import type { Say } from "@/lib/said/say";
import { getMyMail } from "@/lib/services/mail-preferences";
import { requireActor } from "@/lib/session";
import { saveMyMail } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailSettings.mine"))("title") };
}

export default async function MyMailPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const t = await getTranslations("mailSettings.mine");
  const settings = await getTranslations("settings");
  const start = await getMyMail(actor);
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: `/t/${team}/settings`, label: settings("title") }]} />}
        title={t("title")}
        lead={t("lead", { name: actor.name })}
      />
      <Box mb="md">
        <Note tone="info" title={t("alwaysTitle")}>
          <p>{t("always")}</p>
        </Note>
      </Box>
      <Panel title={t("choice")}>
        <MyMailForm
          start={start}
          groups={groups(await getSay())}
          save={saveMyMail.bind(null, team)}
        />
      </Panel>
    </>
  );
}

/** The kinds of duties under the headings of their groups, as the form lists them. */
function groups(say: Say): KindGroup[] {
  return DUTY_GROUPS.flatMap((group) => {
    const kinds = DUTY_KINDS.filter((kind) => kind.group === group).map(({ id, name }) => {
      return { id, name: say(name) };
    });
    return kinds.length > 0 ? [{ group, kinds }] : [];
  });
}
