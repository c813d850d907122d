import { ActionIcon, Menu } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** A choice in the header for visitors, who have neither account menu nor account page. */
export function VisitorMenu(props: { label: string; icon: Icon; children: ReactNode }) {
  const { label, icon: Sign, children } = props;
  return (
    <Menu position="bottom-end" width={180} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label}>
          <Sign size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
