import { redirect } from "next/navigation";
import { Landing } from "@/components/landing/landing";
import { PublicShell } from "@/components/shell/public-shell";
import { chooseLanguage } from "./account/actions";
import { currentTeam } from "./current-team";

export default async function LandingPage() {
  const current = await currentTeam();
  if (current) redirect(current.team ? `/t/${current.team.slug}` : "/welcome");
  return (
    <PublicShell chooseLanguage={chooseLanguage}>
      <Landing />
    </PublicShell>
  );
}
