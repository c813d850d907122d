import type { Prisma } from "@/prisma/client/client";

/** A transaction of `inTeam` or one of its siblings, in which the database shows what it may. */
export type Tx = Prisma.TransactionClient;
