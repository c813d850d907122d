import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** The frame of the pages around signing in: one heading, one sentence, one thing to do. */
export function NarrowPage(props: { title: string; lead: ReactNode; children: ReactNode }) {
  return (
    <Paper withBorder p="xl" maw={440} mx="auto" mt={{ base: "md", sm: "10vh" }}>
      <Stack gap="lg">
        <div>
          <Title order={1}>{props.title}</Title>
          <Text c="dimmed" mt="xs">
            {props.lead}
          </Text>
        </div>
        {props.children}
      </Stack>
    </Paper>
  );
}
