import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { TextLink } from '#src/ui/link.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { PersonCard } from './person-card.tsx';
import { PersonState } from './person-state.tsx';
import { personOptions } from './queries.ts';

type Props = { id: number; onClose: () => void };

/** Somebody's card, beside the list or over it on a phone. */
export function PersonPanel({ id, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false });
  const asked = useQuery(personOptions(id));
  const title = asked.data?.name ?? m.people_person();
  const body = asked.data ? (
    <>
      <PersonCard person={asked.data} />
      <TextLink to="/people/$userId" params={{ userId: id }} size="sm">
        {m.people_page()}
      </TextLink>
    </>
  ) : (
    <PersonState error={asked.error} retry={() => void asked.refetch()} />
  );
  if (narrow)
    return (
      <Drawer
        opened
        position="right"
        size={420}
        title={<bdi>{title}</bdi>}
        onClose={onClose}
        closeButtonProps={{ 'aria-label': m.ui_close() }}
      >
        {body}
      </Drawer>
    );
  return (
    <Panel label={m.people_person()} title={<bdi>{title}</bdi>} onClose={onClose}>
      {body}
    </Panel>
  );
}
