import { TextLink } from "@/components/ui/links";
import classes from "./paper-list.module.css";

/** Papers as lines: title, reference, and what they took from the data. */
export function PaperList(props: {
  papers: readonly { slug: string; title: string; reference: string; note?: string | null }[];
}) {
  return (
    <ul className={classes.list}>
      {props.papers.map((paper) => (
        <li key={paper.slug}>
          <TextLink href={`/catalogue/${paper.slug}`}>{paper.title}</TextLink>
          <span className={classes.reference}>
            {[paper.reference, paper.note].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
