import type { ReactNode } from "react";
import { Words } from "@/components/words/words";

/** The words of this section's client components. */
export default function SectionLayout({ children }: { children: ReactNode }) {
  return <Words of={["documents", "person", "requests"]}>{children}</Words>;
}
