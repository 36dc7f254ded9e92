import { Button } from '@mantine/core';
import { memo } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import type { Outcome } from '#src/directory/delivery.ts';
import { CheckIcon } from '#src/ui/icons.tsx';
import type { ShownStop } from './run.ts';
import { DeliveredParcel, RemainingParcel } from './run-parcel.tsx';
import classes from './run-stop.module.css';

type Props = {
  stop: ShownStop;
  ticked: ReadonlySet<number>;
  onTick: (ids: readonly number[], on: boolean) => void;
  onLeave: (items: readonly MailItem[], outcome: Outcome) => void;
};

/** One stop of the round: its parcels, and all of them delivered at once. */
export const RunStopSection = memo(function RunStopSection({ stop, ticked, onTick, onLeave }: Props) {
  const { remaining, delivered } = stop.shown;
  const name = stop.stop?.name ?? m.runs_no_stop();
  const all = remaining.length > 0 && remaining.every(({ id }) => ticked.has(id));
  return (
    <li className={classes.stop} aria-label={name} data-stop={stop.stop?.id}>
      <div className={classes.head}>
        <span className={classes.position} aria-hidden="true">
          {stop.position}
        </span>
        <h2 className={classes.name}>
          <bdi>{name}</bdi>
        </h2>
        {remaining.length === 0 ? (
          <span className={classes.done}>
            <CheckIcon size={15} />
            {m.runs_stop_done()}
          </span>
        ) : (
          <>
            {remaining.length > 1 && (
              <Button
                variant="subtle"
                size="compact-md"
                className={classes.control}
                onClick={() =>
                  onTick(
                    remaining.map(({ id }) => id),
                    !all,
                  )
                }
              >
                {all ? m.runs_tick_none() : m.runs_tick_all()}
              </Button>
            )}
            <Button
              variant="default"
              size="compact-md"
              className={classes.control}
              aria-label={m.runs_deliver_stop({ count: remaining.length, stop: name })}
              onClick={() => onLeave(remaining, 'stop')}
            >
              {m.runs_deliver_all({ count: remaining.length })}
            </Button>
          </>
        )}
      </div>
      <ul className={classes.parcels}>
        {remaining.map((item) => (
          <RemainingParcel
            key={item.id}
            item={item}
            ticked={ticked.has(item.id)}
            onTick={(on) => onTick([item.id], on)}
          />
        ))}
        {delivered.map((item) => (
          <DeliveredParcel key={item.id} item={item} />
        ))}
      </ul>
      <p className={classes.sign} aria-hidden="true">
        {m.runs_signature()}
      </p>
    </li>
  );
});
