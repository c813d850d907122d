import { useTranslations } from "next-intl";

/** The size of a file in the unit that people read: `312 kB`, `4.2 MB`. */
export function FileSize({ bytes }: { bytes: number }) {
  const t = useTranslations("documents");
  if (bytes < 1024) return t("bytes", { count: bytes });
  if (bytes < 1024 * 1024) return t("kilobytes", { count: Math.round(bytes / 1024) });
  return t("megabytes", { count: bytes / 1024 / 1024 });
}
