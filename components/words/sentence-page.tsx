import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** A page that has one thing to say, and the one step that leads on. */
export function SentencePage(props: {
  title: string;
  sentence: string;
  /** True where a frame around the page already has its main part. */
  isFramed?: boolean;
  children: ReactNode;
}) {
  return (
    <Stack
      component={props.isFramed ? "div" : "main"}
      align="flex-start"
      gap="md"
      maw={560}
      mx="auto"
      px="md"
      pt="20vh"
    >
      <Title order={1}>{props.title}</Title>
      <Text>{props.sentence}</Text>
      {props.children}
    </Stack>
  );
}
