import { PageLink } from "@/components/ui/page-link";
import classes from "./brand.module.css";

/** The mark and the name: an open book that is also the two leaves of a gate. */
export function Brand({ href }: { href: string }) {
  return (
    <PageLink href={href} className={classes.brand}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" className={classes.mark}>
        <rect width="32" height="32" rx="7" />
        <path d="M15.2 10.2C12.6 8.6 9.4 8.1 6 8.4v14.4c3.4-.3 6.6.2 9.2 1.8z" />
        <path d="M16.8 10.2c2.6-1.6 5.8-2.1 9.2-1.8v14.4c-3.4-.3-6.6.2-9.2 1.8z" />
        <circle cx="12.9" cy="16.8" r="1.1" />
        <circle cx="19.1" cy="16.8" r="1.1" />
      </svg>
      Gatebook
    </PageLink>
  );
}
