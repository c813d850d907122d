import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArchiveGuide } from "@/components/archives/archive-guide";
import { archiveByCode } from "@/lib/archives/index";
import { dayOf } from "@/lib/dates/day";
import { findArchiveEntry } from "@/lib/services/catalogue-entry";
import { listDurations } from "@/lib/services/durations";
import { requireMember } from "@/lib/services/teams";
import { visitor } from "@/lib/session";
import { currentTeam } from "../../../current-team";

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const archive = archiveByCode((await props.params).code);
  if (!archive) return {};
  return { title: (await getTranslations("archivePage"))("title", { archive: archive.name }) };
}

export default async function ArchiveGuidePage(props: Props) {
  const archive = archiveByCode((await props.params).code) ?? notFound();
  const reader = await visitor();
  const entry = await findArchiveEntry(reader, archive.code);
  return (
    <ArchiveGuide
      archive={archive}
      entry={entry && { ...entry, href: `/catalogue/${entry.slug}` }}
      today={dayOf(reader.now, "UTC")}
      team={await teamOf(archive.code)}
    />
  );
}

/** What the reader's team has seen at an archive; null for whoever has none. */
async function teamOf(archive: string) {
  const current = await currentTeam();
  if (!current?.team) return null;
  const { name, slug } = current.team;
  const seen = await listDurations(await requireMember(current.user, slug));
  return {
    ...{ name, durationsHref: `/t/${slug}/durations` },
    seen: seen.filter((each) => each.archive === archive),
  };
}
