"use client";

import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconTableExport } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { writeView } from "@/lib/lists/address";
import { EXPORT_FORMATS } from "@/lib/lists/export-sheet";
import type { ListPlace } from "./list-place";

/** The files that hold all rows of the list as it is searched, ordered and shown, not this page alone. */
export function ExportMenu({ place }: { place: ListPlace }) {
  const t = useTranslations("lists.export");
  const { team, shape, view } = place;
  const query = writeView(shape, { ...view, after: null, opened: null });
  const path = `/api/t/${encodeURIComponent(team)}/lists/${shape.id}`;
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconTableExport size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t("button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("what")}</Menu.Label>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`${path}.${format}${query && `?${query}`}`}
            download
          >
            {t(format)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
