import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import * as m from '#messages';
import { Callout } from '#src/ui/callout.tsx';
import type { DraftItem } from './draft.ts';
import classes from './new.module.css';
import { type Filling, roomLeft, type Seat, seatState, seatWords } from './seats.ts';

type Props = {
  seat: Seat;
  filling: Filling;
  items: readonly DraftItem[];
  meant: ReadonlySet<string>;
  toSpread: ReadonlySet<string>;
  onPlace: (keys: ReadonlySet<string>) => void;
  onSpread: () => void;
  onClose: () => void;
};

/** The chosen space, and who can be put there by one press. */
export function SeatCard({ seat, filling, items, meant, toSpread, onPlace, onSpread, onClose }: Props) {
  const people = items.filter(({ key }) => meant.has(key));
  const here = items.filter(({ to }) => to?.id === seat.space.id);
  const left = roomLeft(seat, filling);
  const arriving = people.filter(({ kind, to }) => kind !== 'equipment' && to?.id !== seat.space.id).length;
  const [first] = people;
  const card = useRef<HTMLElement>(null);
  // On a phone it stands below the plan.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [seat.space.id]);
  return (
    <section ref={card} className={classes.card} aria-label={seat.space.name}>
      <div className={classes.cardHead}>
        <h2>
          <bdi>{seat.space.name}</bdi>
        </h2>
        <CloseButton size="sm" aria-label={m.ui_close()} onClick={onClose} />
      </div>
      <p className={classes.aside}>
        {[seatState(seat, filling).word, seatWords(seat, filling)].filter(Boolean).join(' · ')}
      </p>
      {here.length > 0 && (
        <p className={classes.aside}>
          {m.moves_seat_coming({ names: here.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {arriving > 0 && !seat.occupiable && <Callout tone="warning">{m.moves_seat_not_for_people()}</Callout>}
      {arriving > 0 && left !== undefined && arriving > left && (
        <Callout tone="warning">{m.moves_seat_too_small({ count: arriving - left })}</Callout>
      )}
      {first && (
        <Button onClick={() => onPlace(meant)}>
          {people.length === 1
            ? m.moves_place_one({ name: first.name })
            : m.moves_place_many({ count: people.length })}
        </Button>
      )}
      {toSpread.size > 1 && (
        <Button variant="default" onClick={onSpread}>
          {m.moves_spread_from({ count: toSpread.size })}
        </Button>
      )}
    </section>
  );
}
