"use server";

import { teamAction } from "@/lib/action";
import { verifyForm } from "@/lib/certificates/certificate";
import * as certificates from "@/lib/services/certificates";

export const verifyCertificate = teamAction(verifyForm, (actor, input) =>
  certificates.verifyCertificate(actor, input),
);
