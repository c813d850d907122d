import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { requestPath } from "@/components/requests/request-path";
import { TextLink } from "@/components/ui/links";
import { writeNumber } from "@/lib/requests/number";
import type { DutyLine } from "@/lib/services/duty-rows";
import classes from "./duty-about.module.css";

/** What a duty is about: its data, request, agreement, person; nothing where it is about the team. */
export function DutyAbout({ team, duty }: { team: string; duty: DutyLine }) {
  const t = useTranslations("duties.about");
  const { request, agreement, person, data } = duty;
  const within = `/t/${encodeURIComponent(team)}`;
  const parts: [string, ReactNode][] = [];
  if (data) parts.push(["data", <bdi key="data">{data}</bdi>]);
  if (request) {
    const text = `${writeNumber(request.number)} · ${request.title}`;
    parts.push(["request", link(requestPath(team, request.number), text)]);
  }
  if (agreement) {
    parts.push(["agreement", link(`${within}/agreements/${agreement.id}`, agreement.name)]);
  }
  if (person) {
    const text = t("person", { name: person.name });
    parts.push(["person", link(`${within}/people/${person.id}`, text)]);
  }
  if (parts.length === 0) return null;
  return (
    <ul className={classes.parts}>
      {parts.map(([kind, part]) => (
        <li key={kind}>{part}</li>
      ))}
    </ul>
  );
}

function link(href: string, text: string) {
  return (
    <TextLink href={href}>
      <bdi>{text}</bdi>
    </TextLink>
  );
}
