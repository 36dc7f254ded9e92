import { useState } from 'react';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import type { MailStats } from './api.ts';
import classes from '#src/ui/figures.module.css';
import { NumberTable } from '#src/ui/number-table.tsx';
import { Section } from '#src/ui/figure-section.tsx';

const SHOWN = 8;

/** A number with a bar behind it that is as long as its part of the greatest. */
export function Bar({ value, most, kind = 'in' }: { value: number; most: number; kind?: 'in' | 'out' }) {
  return (
    <span className={classes.barCell}>
      <span className={classes.bar} aria-hidden="true">
        <span data-kind={kind} style={{ inlineSize: `${most > 0 ? (value / most) * 100 : 0}%` }} />
      </span>
      <span className={classes.number}>{formatNumber(value)}</span>
    </span>
  );
}

/** The first rows, and the rest on demand. */
function useShown<T>(rows: readonly T[]) {
  const [all, setAll] = useState(false);
  const more = !all && rows.length > SHOWN && (
    <button type="button" className={classes.more} onClick={() => setAll(true)}>
      {m.figures_show_all({ count: rows.length })}
    </button>
  );
  return { shown: all ? rows : rows.slice(0, SHOWN), more };
}

const fileName = (what: string, { from, until }: MailStats) => `mail-${what}-${from}-${until}`;

export function CourierTable({ stats }: { stats: MailStats }) {
  const { couriers } = stats;
  const { shown, more } = useShown(couriers);
  const most = Math.max(0, ...couriers.map(({ checkedIn }) => checkedIn));
  const table = () => ({
    head: [m.figures_courier(), m.figures_checked_in()],
    rows: couriers.map(({ courier, checkedIn }) => [courier.name, checkedIn]),
  });
  return (
    <Section title={m.figures_couriers()} file={{ name: fileName('couriers', stats), table }}>
      <NumberTable
        caption={m.figures_couriers()}
        head={[m.figures_courier(), m.figures_checked_in()]}
        rows={shown.map(({ courier, checkedIn }) => ({
          key: courier.id,
          name: <bdi>{courier.name}</bdi>,
          cells: [<Bar key="in" value={checkedIn} most={most} />],
        }))}
      />
      {more}
    </Section>
  );
}

export function CenterTable({ stats }: { stats: MailStats }) {
  const { centers } = stats;
  const { shown, more } = useShown(centers);
  const most = Math.max(0, ...centers.flatMap(({ checkedIn, delivered }) => [checkedIn, delivered]));
  const head = [m.figures_center(), m.figures_checked_in(), m.figures_delivered()];
  const table = () => ({
    head,
    rows: centers.map(({ center, checkedIn, delivered }) => [center.name, checkedIn, delivered]),
  });
  return (
    <Section title={m.figures_centers()} file={{ name: fileName('centers', stats), table }}>
      <NumberTable
        caption={m.figures_centers()}
        head={head}
        rows={shown.map(({ center, checkedIn, delivered }) => ({
          key: center.id,
          name: <bdi>{center.name}</bdi>,
          cells: [
            <Bar key="in" value={checkedIn} most={most} />,
            <Bar key="out" kind="out" value={delivered} most={most} />,
          ],
        }))}
      />
      {more}
    </Section>
  );
}
