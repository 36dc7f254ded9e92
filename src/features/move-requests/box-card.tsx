import { memo } from 'react';
import * as m from '#messages';
import { formatDate } from '#src/lib/dates.ts';
import type { Layout } from '#src/ui/label-layouts.ts';
import type { BoxLabel } from './labels.ts';
import classes from './labels.module.css';

type Props = { label: BoxLabel; layout: Layout; move: number; date: number | undefined; qr: string };

/** One label of a box: whose it is, where it goes, which of how many, and the way to the move. */
export const BoxCard = memo(function BoxCard({ label, layout, move, date, qr }: Props) {
  const { name, to, nth, of } = label;
  return (
    <article className={classes.label} data-layout={layout.name} aria-label={name}>
      <div className={classes.words}>
        <span className={classes.small}>
          {[m.moves_one({ id: String(move) }), date !== undefined && formatDate(date)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <strong className={classes.name} dir="auto">
          {name}
        </strong>
        <span className={classes.to} dir="auto">
          {to ? to.name : m.moves_to_open()}
        </span>
        {to && (
          <span className={classes.around} dir="auto">
            {[to.floor.name, to.floor.building.name].join(' · ')}
          </span>
        )}
      </div>
      <div className={classes.code}>
        <img src={qr} alt="" decoding="sync" />
        <span>{m.moves_box_of({ nth, of })}</span>
      </div>
    </article>
  );
});
