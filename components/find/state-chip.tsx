import { useTranslations } from "next-intl";
import { StateChip } from "@/components/agreements/state-chip";
import { AccessClassChip } from "@/components/catalogue/access-class-chip";
import { DutyChip } from "@/components/duties/duty-chip";
import { PRESENCE_TONES } from "@/components/people/presence-tones";
import { statusTone } from "@/components/requests/status-tone";
import { StatusChip } from "@/components/ui/status-chip";
import type { FoundState } from "@/lib/find/found";

/** How something found stands, in the words of its own pages. */
export function FoundChip({ state }: { state: FoundState }) {
  const status = useTranslations("requests.status");
  const presence = useTranslations("people.presence");
  const incident = useTranslations("find.incident");
  switch (state.of) {
    case "request":
      return <StatusChip label={status(state.code)} tone={statusTone(state.code)} />;
    case "duty":
      return <DutyChip state={state.code} />;
    case "person":
      return <StatusChip label={presence(state.code)} tone={PRESENCE_TONES[state.code]} />;
    case "agreement":
      return <StateChip state={state.code} />;
    case "incident":
      return (
        <StatusChip
          label={incident(state.code)}
          tone={state.code === "open" ? "warn" : "neutral"}
        />
      );
    case "access":
      return <AccessClassChip accessClass={state.code} />;
  }
}
