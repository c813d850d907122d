import { Skeleton } from "@mantine/core";
import { Suspense } from "react";
import { TextLink } from "@/components/ui/links";
import { shownColumns } from "@/lib/lists/shape";
import type { ListPlace } from "./list-place";

/** Numbers by row that take longer than the list; null where nobody looks at them, or where they fail. */
export type Counts = Promise<ReadonlyMap<string, number> | null>;

/** What is worked out for one column of a list; nothing where nobody looks at it, or where it fails. */
export async function countsFor(
  { shape, view }: ListPlace,
  column: string,
  count: () => Counts,
): Counts {
  if (!shownColumns(shape, view.columns).some(({ id }) => id === column)) return null;
  return count().catch(() => null);
}

interface Props {
  counts: Counts;
  id: string;
  /** Where the number is told in full. */
  href: string;
  /** The link's name, since a number alone says little. */
  label: string;
  /** The link's words where the number is not known. */
  unknown: string;
}

/** A number of a row, which comes as soon as it is worked out; the list does not wait for it. */
export function WorkedOut(props: Props) {
  return (
    <Suspense fallback={<Skeleton height={16} width={28} my={4} aria-hidden />}>
      <Count {...props} />
    </Suspense>
  );
}

async function Count({ counts, id, href, label, unknown }: Props) {
  const count = (await counts)?.get(id);
  const text = count === undefined ? unknown : String(count);
  return (
    <TextLink href={href} aria-label={`${text} ${label}`}>
      {text}
    </TextLink>
  );
}
