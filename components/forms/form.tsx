"use client";

import { type ComponentProps, useSyncExternalStore } from "react";

interface Props
  extends Omit<ComponentProps<"form">, "action" | "inert" | "noValidate" | "onSubmit"> {
  onSend: () => unknown;
}

/**
 * A form whose answers the page sends itself. Until the page has come to life it takes neither words
 * nor presses: the browser alone would load the page anew, with what was typed in its address.
 */
export function Form({ onSend, ...rest }: Props) {
  const isAlive = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <form
      {...rest}
      noValidate
      inert={!isAlive}
      onSubmit={(event) => {
        event.preventDefault();
        // A form of a dialog lies within the form that opened it, as far as React is concerned.
        event.stopPropagation();
        onSend();
      }}
    />
  );
}

const neverChanges = () => () => {};
