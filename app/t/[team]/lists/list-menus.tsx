import { ExportMenu } from "@/components/lists/export-menu";
import type { ListPlace } from "@/components/lists/list-place";
import { ViewMenu } from "@/components/lists/view-menu";
import { listViews } from "@/lib/services/saved-views";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { changeView, removeView, saveView } from "./actions";

/** The saved views of a list and its files, for its page. */
export async function ListMenus({ actor, place }: { actor: Member; place: ListPlace }) {
  const { team, shape } = place;
  return (
    <>
      <ViewMenu
        place={place}
        views={await listViews(actor, shape.id)}
        mayShare={can(actor, "view.share")}
        send={{
          save: saveView.bind(null, team),
          change: changeView.bind(null, team),
          remove: removeView.bind(null, team),
        }}
      />
      <ExportMenu place={place} />
    </>
  );
}
