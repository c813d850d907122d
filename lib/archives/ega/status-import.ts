import type { StatusImports } from "../status-import";
import { readEgaIdentifiers } from "./identifiers";
import { readPermissions } from "./permissions";
import { SOURCES } from "./sources";

/** What EGA, or a committee, shows of permissions. */
export const IMPORTS: StatusImports = {
  sources: [
    {
      kind: "ega_permissions",
      name: "EGA list of permissions",
      personal: false,
      steps: [
        {
          text: "Sign in at EGA and open your data sets, or ask the committee for its list of your group's permissions.",
          link: {
            label: "My data sets at EGA",
            url: "https://profile.ega-archive.org/my-datasets",
          },
        },
        {
          text: "Copy the table, or the JSON of the permissions: the account or address, the data set, when it was granted, and when it expires.",
        },
        { text: "Paste it into the box below, or choose the file." },
      ],
      example:
        "email,dataset,granted,expires\njane.doe@example.org,EGAD00001002886,2025-03-14,2027-03-14",
      read: readPermissions,
      refreshDays: null,
      source: SOURCES.permission,
    },
  ],
  unitCode: (text) =>
    readEgaIdentifiers(text.trim()).find(({ value }) => value.startsWith("EGAD"))?.value ?? null,
  ownUnit: { accessClass: "controlled", policy: null },
  approvedStep: () => "granted",
};
