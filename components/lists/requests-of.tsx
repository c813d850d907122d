import { TextLink } from "@/components/ui/links";
import { listHref } from "@/lib/lists/address";
import { writeQuery } from "@/lib/lists/query";
import { REQUEST_LIST } from "@/lib/lists/requests";

/** How many requests there are, as a link to the list of them. */
export function RequestsOf(props: {
  team: string;
  /** What the list of requests is narrowed by. */
  field: "member" | "data";
  value: string;
  count: number;
}) {
  const { team, field, value, count } = props;
  if (count === 0) return 0;
  const q = writeQuery({ clauses: [{ field, isNot: false, values: [value] }], words: [] });
  return <TextLink href={listHref(team, REQUEST_LIST, { q })}>{count}</TextLink>;
}
