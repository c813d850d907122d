import {
  IconAlertTriangle,
  IconBook2,
  IconCalendarDue,
  IconClipboardList,
  IconDatabase,
  IconFileCertificate,
  IconFileText,
  IconLockAccess,
  IconNews,
  IconUser,
} from "@tabler/icons-react";
import type { FoundKind } from "@/lib/find/found";

/** The icon of each kind of thing; its name always stands beside it, in the group's title. */
export const KIND_ICONS: Record<FoundKind, typeof IconUser> = {
  request: IconClipboardList,
  person: IconUser,
  dataset: IconDatabase,
  unit: IconLockAccess,
  duty: IconCalendarDue,
  agreement: IconFileCertificate,
  document: IconFileText,
  output: IconNews,
  paper: IconBook2,
  incident: IconAlertTriangle,
};
