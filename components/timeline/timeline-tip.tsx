"use client";

import { Popover } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DUTY_TONES } from "@/components/duties/duty-tones";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { STANDING_ICONS, STANDING_TONES } from "./timeline-look";
import { entryPath } from "./timeline-path";
import classes from "./timeline-tip.module.css";
import type { TimelineWords } from "./timeline-words";
import type { Pointed } from "./use-timeline-focus";

/** What a bar says before one opens it. The pointer may move into it; Escape closes it. */
export function TimelineTip(props: {
  team: string;
  pointed: Pointed;
  words: TimelineWords;
  onEnter: () => void;
  onLeave: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("timeline.chart");
  const { pointed, words } = props;
  const { rect, item } = pointed;
  const { entry } = item.strip;
  const { top, left, width, height } = rect;
  return (
    <Popover
      // Floating words stay where they were first put: other bars get others.
      key={`${entry.id} ${top} ${left}`}
      opened
      onDismiss={props.onClose}
      position="bottom"
      width={340}
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className={classes.target} style={{ top, left, width, height }} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown
        role="presentation"
        className={classes.tip}
        onMouseEnter={props.onEnter}
        onMouseLeave={props.onLeave}
      >
        <Told item={item} words={words} />
        <TextLink href={entryPath(props.team, entry.place)}>{t("open")}</TextLink>
      </Popover.Dropdown>
    </Popover>
  );
}

function Told({ item, words }: Pick<Pointed, "item"> & { words: TimelineWords }) {
  const { bar, strip } = item;
  const { entry } = strip;
  if (bar) {
    const Icon = STANDING_ICONS[bar.standing];
    return (
      <>
        <StatusChip
          label={words.standing(bar.standing)}
          tone={STANDING_TONES[bar.standing]}
          icon={<Icon size={14} stroke={2} aria-hidden />}
        />
        <p>
          {words.sentence(entry, bar)} {bar.span.renewalFiled && words.renewalFiled}
        </p>
      </>
    );
  }
  const { due } = entry;
  if (!due) return null;
  return (
    <>
      <StatusChip label={words.dutyState(due.state)} tone={DUTY_TONES[due.state]} />
      <p>{words.due(entry)}</p>
      {words.mails(entry).map((mail) => (
        <p key={mail} className={classes.mail}>
          {mail}
        </p>
      ))}
    </>
  );
}
