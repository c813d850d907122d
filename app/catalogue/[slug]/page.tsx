import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ArchiveEntry } from "@/components/catalogue/archive-entry";
import { DatasetEntry, type RequestDoor } from "@/components/catalogue/dataset-entry";
import { PublicationEntry } from "@/components/catalogue/publication-entry";
import { getEntry } from "@/lib/services/catalogue-entry";
import { requireMember } from "@/lib/services/teams";
import { orNotFound, visitor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { currentTeam } from "../../current-team";

interface Props {
  params: Promise<{ slug: string }>;
}

const readEntry = cache(async (slug: string) => orNotFound(getEntry(await visitor(), slug)));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const entry = await readEntry((await props.params).slug);
  return { title: entry.kind === "archive" ? entry.name : entry.title };
}

export default async function EntryPage(props: Props) {
  const { slug } = await props.params;
  const entry = await readEntry(slug);
  if (entry.kind === "archive") return <ArchiveEntry archive={entry} />;
  if (entry.kind === "publication") return <PublicationEntry paper={entry} />;
  return <DatasetEntry dataset={entry} door={await requestDoor(slug)} />;
}

/** Where a request begins: in the team; before that at sign-in, or at making a team. */
async function requestDoor(slug: string): Promise<RequestDoor> {
  const t = await getTranslations("catalogue.request");
  const current = await currentTeam();
  if (!current) {
    const back = encodeURIComponent(`/catalogue/${slug}`);
    return { hrefOf: () => `/sign-in?callbackUrl=${back}` };
  }
  const { team, user } = current;
  if (!team) return { hrefOf: () => "/welcome" };
  const member = await requireMember(user, team.slug);
  if (!can(member, "request.create")) return { refusal: t("refusal", { team: team.name }) };
  return { hrefOf: (unitId) => `/t/${team.slug}/requests/new?unit=${unitId}` };
}
