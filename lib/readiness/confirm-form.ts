import { z } from "zod";

/** That somebody saw an approval standing at the archive today. */
export const confirmGrantForm = z.strictObject({
  grantId: z.uuid("This approval is unknown; load the page again."),
});
