import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { TextLink } from '#src/ui/link.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { isGone } from './place-missing.tsx';
import classes from './places.module.css';
import { placeOptions } from './queries.ts';
import { SpaceDetails } from './space-details.tsx';

type Props = { id: number; onClose: () => void };

/** A space beside the list, or over it on a phone. */
export function SpacePanel({ id, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false });
  const { data } = useQuery(placeOptions('room', id));
  const title = data?.name ?? m.shell_loading();
  const page = (
    <TextLink to="/spaces/$roomId" params={{ roomId: id }} size="sm">
      {m.places_own_page()}
    </TextLink>
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
        <p className={classes.up}>{page}</p>
        <Body id={id} onClose={onClose} />
      </Drawer>
    );
  return (
    <Panel label={m.places_space()} title={<bdi>{title}</bdi>} end={page} onClose={onClose}>
      <Body id={id} onClose={onClose} />
    </Panel>
  );
}

function Body({ id, onClose }: Props) {
  const { data, error, refetch } = useQuery(placeOptions('room', id));
  if (isGone(error)) return <p className={classes.hint}>{m.places_unknown_text()}</p>;
  if (data) return <SpaceDetails key={id} space={data} onRemoved={onClose} />;
  if (!error) return <Skeleton height={160} />;
  return (
    <div role="alert" className={classes.details}>
      <p className={classes.hint}>{error.message}</p>
      <Button variant="default" onClick={() => void refetch()}>
        {m.shell_try_again()}
      </Button>
    </div>
  );
}
