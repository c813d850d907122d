"use client";

import { useNotifications } from "@mantine/notifications";
import { useRef } from "react";
import { later } from "./later";

const Notifications = later(
  () => import("@mantine/notifications").then((module) => module.Notifications),
  null,
);

/** The corner where a page says that something worked; its code travels with the first message. */
export function Messages() {
  const { notifications } = useNotifications();
  const wasSaid = useRef(false);
  wasSaid.current ||= notifications.length > 0;
  return wasSaid.current ? <Notifications position="bottom-right" /> : null;
}
