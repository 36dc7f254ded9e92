import { Drawer } from '@mantine/core';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { NavList } from './nav-list.tsx';

type Props = { me: Me; opened: boolean; onClose: () => void };

/** The navigation as a drawer, where the screen has no room for it. */
export function PhoneNav({ me, opened, onClose }: Props) {
  return (
    <Drawer.Root opened={opened} onClose={onClose} size={288}>
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title fw={600}>{me.organisation.name}</Drawer.Title>
          <Drawer.CloseButton aria-label={m.shell_nav_close()} size={44} />
        </Drawer.Header>
        <Drawer.Body px="xs">
          <nav aria-label={m.shell_navigation()}>
            <NavList me={me} onNavigate={onClose} />
          </nav>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
