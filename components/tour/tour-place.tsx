"use client";

import { useSessionStorage } from "@mantine/hooks";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, startTransition, useContext, useState } from "react";
import { later } from "@/components/ui/later";

const Tour = later(() => import("./tour").then((module) => module.Tour), null);

/** The pages of the application form. */
const WRITING = /\/requests\/(?:new|[^/]+\/form)$/;

const Begin = createContext<(() => void) | null>(null);

/** Begins the tour from its first step; null where there is none, outside any team. */
export function useBeginTour(): (() => void) | null {
  return useContext(Begin);
}

/** Where the reader is in the tour; `left` once they left it, null before they began. */
type Place = number | "left" | null;

/**
 * Gives the pages of a team their tour. It goes along from page to page, also to those that stand in
 * another frame, so its place is kept by the browser's tab; that it is over is kept with the user.
 */
export function TourPlace(props: {
  team: string;
  /** It opens by itself. */
  isDue: boolean;
  end: () => Promise<unknown>;
  children: ReactNode;
}) {
  const { team, isDue, end, children } = props;
  const [place, setPlace] = useSessionStorage<Place>({
    key: `gatebook.tour.${team}`,
    defaultValue: null,
  });
  const [isAsked, setAsked] = useState(false);
  const begin = () => {
    setAsked(true);
    setPlace(0);
  };
  const leave = () => {
    setPlace("left");
    startTransition(async () => {
      // Where the server cannot be reached, the tour is offered once more another day.
      await end().catch(() => undefined);
    });
  };
  // Where somebody writes an application, the card would lie on what saves it.
  const isWriting = WRITING.test(usePathname());
  const isOpen = place !== "left" && (isDue || place !== null) && !isWriting;
  return (
    <Begin value={begin}>
      {children}
      {isOpen && (
        <Tour
          team={team}
          step={place ?? 0}
          takesFocus={isAsked}
          onStep={setPlace}
          onLeave={leave}
        />
      )}
    </Begin>
  );
}
