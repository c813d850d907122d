"use client";

import { Button, Checkbox, NativeSelect, Popover, SegmentedControl, Stack } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import type { ListView } from "@/lib/lists/address";
import { canSort, type Direction, type ListShape, shownColumns } from "@/lib/lists/shape";
import { changedHref, type ListPlace } from "./list-place";

interface Props {
  place: ListPlace;
  /** The words of each column, and of each order that no column shows. */
  columns: Readonly<Record<string, string>>;
}

/** Which columns are shown, and in which order the rows come; both are kept in the address. */
export function DisplayMenu(props: Props) {
  const t = useTranslations("lists.display");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  // What was chosen shows at once, and the next choice builds on it, while the list is on its way.
  const [view, setView] = useOptimistic(props.place.view);
  const place = { ...props.place, view };
  const change = (part: Partial<ListView>) =>
    startTransition(() => {
      setView({ ...view, ...part });
      router.replace(changedHref(place, part), { scroll: false });
    });
  return (
    <Popover position="bottom-end" width={288} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          aria-busy={isPending}
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        >
          {t("button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("button")}>
        <Stack gap="md">
          <Order {...props} place={place} change={change} />
          <Columns {...props} place={place} change={change} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface PartProps extends Props {
  change: (view: Partial<ListView>) => void;
}

function Order({ place, columns, change }: PartProps) {
  const t = useTranslations("lists.display");
  const { shape, view } = place;
  const orders = Object.keys(columns).filter((id) => canSort(shape, id));
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t("order")}
        value={view.sort.column}
        data={orders.map((id) => ({ value: id, label: columns[id] ?? id }))}
        onChange={({ currentTarget: { value } }) =>
          change({ sort: { column: value, direction: firstDirection(shape, value) } })
        }
      />
      <SegmentedControl
        aria-label={t("direction")}
        fullWidth
        value={view.sort.direction}
        data={[
          { value: "asc", label: t("asc") },
          { value: "desc", label: t("desc") },
        ]}
        onChange={(direction) =>
          change({ sort: { ...view.sort, direction: direction as Direction } })
        }
      />
    </Stack>
  );
}

function Columns({ place, columns, change }: PartProps) {
  const t = useTranslations("lists.display");
  const { shape, view } = place;
  const shown = shownColumns(shape, view.columns).map(({ id }) => id);
  return (
    <Checkbox.Group
      label={t("columns")}
      value={shown}
      onChange={(chosen) => change({ columns: chosen })}
    >
      <Stack gap={6} mt={6}>
        {shape.columns.map(({ id, isFixed }) => (
          <Checkbox key={id} size="md" value={id} label={columns[id]} disabled={isFixed} />
        ))}
      </Stack>
      {view.columns && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="sm"
          onClick={() => change({ columns: null })}
        >
          {t("reset")}
        </Button>
      )}
    </Checkbox.Group>
  );
}

/** Which way a column sorts at first. */
function firstDirection(shape: ListShape, column: string): Direction {
  return shape.columns.find(({ id }) => id === column)?.sorts ?? "asc";
}
