"use client";

import { Badge, Button, Menu, Text } from "@mantine/core";
import { IconBookmark, IconCheck, IconChevronDown, IconUsers } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { later } from "@/components/ui/later";
import { PageLink } from "@/components/ui/page-link";
import { listHref, writeView } from "@/lib/lists/address";
import type { ListId } from "@/lib/lists/shape";
import { viewHref, viewQuery } from "@/lib/lists/view-query";
import type { SavedView } from "@/lib/services/saved-views";
import type { ListPlace } from "./list-place";
import { useSaveOver } from "./use-save-over";
import type { SendView } from "./view-dialogs";
import classes from "./view-menu.module.css";

const Dialogs = later(() => import("./view-dialogs").then((module) => module.ViewDialogs), null);

interface Props {
  place: ListPlace;
  views: readonly SavedView[];
  mayShare: boolean;
  send: SendView;
}

interface Shown extends Omit<Props, "place"> {
  list: ListId;
  /** Where the list stands. */
  path: string;
  /** How it is shown now, as `viewQuery` writes it. */
  query: string;
}

/** The views of a list: one's own and the team's, and what can be done with the one that is open. */
export function ViewMenu({ place, ...given }: Props) {
  const t = useTranslations("views");
  const { team, shape, view } = place;
  const query = viewQuery(writeView(shape, view));
  const props: Shown = { ...given, list: shape.id, path: listHref(team, shape), query };
  const { path, views } = props;
  const [isWanted, setWanted] = useState(false);
  const [dialog, setDialog] = useState<"save" | "edit" | "remove" | null>(null);
  const opened = openView(views, view.opened, query);
  const isChanged = opened !== undefined && opened.query !== query;
  const ask = (deed: "save" | "edit" | "remove") => {
    setWanted(true);
    setDialog(deed);
  };
  return (
    <>
      <Menu position="bottom-start" width={320} shadow="md" keepMounted={false}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
            classNames={{ label: classes.label }}
          >
            <span className={classes.name}>{opened ? opened.name : t("button")}</span>
            {isChanged && (
              <Badge size="sm" variant="light" color="yellow" autoContrast tt="none">
                {t("changed")}
              </Badge>
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          <ViewItems path={path} views={views} current={isChanged ? undefined : opened} />
          <Deeds {...{ ...props, opened, isChanged }} ask={ask} />
        </Menu.Dropdown>
      </Menu>
      {isWanted && (
        <Dialogs {...props} view={opened} asked={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

/** The view that the address names, else the first that is saved exactly as the list is shown. */
function openView(
  views: readonly SavedView[],
  openedId: string | null,
  query: string,
): SavedView | undefined {
  return views.find(({ id }) => id === openedId) ?? views.find((view) => view.query === query);
}

function ViewItems(props: {
  path: string;
  views: readonly SavedView[];
  current: SavedView | undefined;
}) {
  const t = useTranslations("views");
  const groups = [
    { id: "mine", views: props.views.filter(({ isMine }) => isMine) },
    { id: "theirs", views: props.views.filter(({ isMine }) => !isMine) },
  ] as const;
  if (props.views.length === 0) return <p className={classes.none}>{t("none")}</p>;
  return groups.map(
    ({ id, views }) =>
      views.length > 0 && (
        <Fragment key={id}>
          <Menu.Label>{t(id)}</Menu.Label>
          {views.map((view) => (
            <ViewItem
              key={view.id}
              {...{ view, path: props.path, isCurrent: view.id === props.current?.id }}
            />
          ))}
        </Fragment>
      ),
  );
}

function ViewItem(props: { view: SavedView; path: string; isCurrent: boolean }) {
  const t = useTranslations("views");
  const { view, isCurrent } = props;
  return (
    <Menu.Item
      component={PageLink}
      href={viewHref(props.path, view)}
      aria-current={isCurrent ? "page" : undefined}
      leftSection={
        <span className={classes.mark}>{isCurrent && <IconCheck size={16} aria-hidden />}</span>
      }
      rightSection={
        view.isMine && view.isShared ? (
          <IconUsers size={16} role="img" aria-label={t("isShared")} />
        ) : undefined
      }
    >
      <bdi>{view.name}</bdi>
      {!view.isMine && (
        <Text size="xs" c="dimmed">
          {t.rich("by", { name: view.by, bdi: (name) => <bdi>{name}</bdi> })}
        </Text>
      )}
    </Menu.Item>
  );
}

/** What can be done with the list as it is shown, and with the view that is open. */
function Deeds(
  props: Shown & {
    opened: SavedView | undefined;
    isChanged: boolean;
    ask: (dialog: "save" | "edit" | "remove") => void;
  },
) {
  const t = useTranslations("views");
  const { opened, isChanged, ask, path } = props;
  const saveOver = useSaveOver(props);
  const isShared = opened?.isShared && !props.mayShare;
  return (
    <>
      <Menu.Divider />
      {opened && isChanged && (
        <>
          {opened.isMine && !isShared && (
            <Menu.Item onClick={() => saveOver(opened)}>
              {t("saveOver", { name: opened.name })}
            </Menu.Item>
          )}
          <Menu.Item component={PageLink} href={viewHref(path, opened)}>
            {t("reset", { name: opened.name })}
          </Menu.Item>
        </>
      )}
      <Menu.Item onClick={() => ask("save")}>{t("save")}</Menu.Item>
      {opened?.isMine && <Menu.Item onClick={() => ask("edit")}>{t("edit")}</Menu.Item>}
      {opened?.mayRemove && (
        <Menu.Item color="red" onClick={() => ask("remove")}>
          {t("remove")}
        </Menu.Item>
      )}
    </>
  );
}
