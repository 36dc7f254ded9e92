import { Link } from '@tanstack/react-router';
import { Fragment, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import * as m from '#messages';
import { sideKey } from '#src/lib/side-keys.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { ChevronDownIcon } from '#src/ui/icons.tsx';
import { type ChartRow, moveBy } from './chart-rows.ts';
import classes from './chart.module.css';
import type { Chart } from './use-chart.ts';

/** Letters within this time belong to one name. */
const TYPING = 600;
/** Deeper levels are set in no further: on a phone the names would leave the screen. */
const DEEPEST = 12;

type Props = {
  chart: Chart;
  /** Whom the address names: marked, and taken the focus to. */
  person: number | undefined;
  onCard: (id: number) => void;
  onRoot: (id: number) => void;
};

/** The tree of who reports to whom, walked by the keys that WAI-ARIA gives a tree. */
export function ChartTree({ chart, person, onCard, onRoot }: Props) {
  const { rows } = chart;
  const [active, setActive] = useState(person);
  const tree = useRef<HTMLUListElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const current = Math.max(
    0,
    rows.findIndex((row) => row.person.id === active),
  );

  const focus = (id: number) => {
    setActive(id);
    tree.current?.querySelector<HTMLElement>(`[data-person="${id}"]`)?.focus();
  };
  const shown = rows.some((row) => row.person.id === person);
  const arrive = useEffectEvent(() => {
    if (!person || !shown) return;
    const line = tree.current?.querySelector<HTMLElement>(`[data-person="${person}"]`);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: 'center' });
  });
  useEffect(() => arrive(), [person, shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.target !== event.currentTarget.ownerDocument.activeElement
    )
      return;
    const row = rows[current];
    if (!row) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      return event.shiftKey ? onRoot(row.person.id) : onCard(row.person.id);
    }
    const letter = event.key.length === 1 && event.key !== '*' && event.key !== ' ';
    if (letter) {
      const now = event.timeStamp;
      typed.current = {
        text: now - typed.current.at < TYPING ? typed.current.text + event.key : event.key,
        at: now,
      };
    }
    const key = event.key === ' ' ? (row.open ? 'ArrowLeft' : 'ArrowRight') : sideKey(event.key);
    const move = moveBy(key, rows, current, letter ? typed.current.text : '');
    if (!move) return;
    event.preventDefault();
    if (move.open) chart.open(move.open);
    if (move.close !== undefined) chart.close(move.close);
    if (move.focus !== undefined) focus(move.focus);
  };

  const toggle = ({ person: { id }, open }: ChartRow) => (open ? chart.close(id) : chart.open([id]));
  return (
    <ul
      ref={tree}
      role="tree"
      aria-label={m.people_tab_chart()}
      className={classes.tree}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        <Fragment key={row.person.id}>
          <li
            role="treeitem"
            data-person={row.person.id}
            data-here={row.person.id === person || undefined}
            className={classes.item}
            style={{ '--level': Math.min(row.level, DEEPEST) - 1 } as object}
            tabIndex={index === current ? 0 : -1}
            aria-level={row.level}
            aria-posinset={row.place}
            aria-setsize={row.size}
            aria-selected={row.person.id === person}
            aria-label={[row.person.name, row.person.jobTitle, reportsText(row)].filter(Boolean).join(', ')}
            {...(row.person.reports > 0 && { 'aria-expanded': row.open })}
            onFocus={() => setActive(row.person.id)}
            onClick={(event) => {
              if ((event.target as HTMLElement).closest('a, button')) return;
              if (row.person.reports > 0) toggle(row);
              else onCard(row.person.id);
            }}
          >
            <Line row={row} onRoot={onRoot} />
          </li>
          {row.open && <LevelState chart={chart} row={row} />}
        </Fragment>
      ))}
    </ul>
  );
}

function Line({ row: { person, open, level }, onRoot }: { row: ChartRow; onRoot: (id: number) => void }) {
  const { id, name, color, image, jobTitle, department, reports } = person;
  return (
    <>
      <span className={classes.twist} data-open={open || undefined} aria-hidden="true">
        {reports > 0 && <ChevronDownIcon size={16} />}
      </span>
      <Avatar name={name} color={color} src={image?.downloadURL} size={28} />
      <span className={classes.words}>
        <Link
          to="/people/$userId"
          params={{ userId: id }}
          className={classes.name}
          tabIndex={-1}
          aria-label={m.people_chart_open({ name })}
        >
          <bdi>{name}</bdi>
        </Link>
        <span className={classes.dim} dir="auto">
          {[jobTitle, department].filter(Boolean).join(' · ')}
        </span>
      </span>
      {reports > 0 && <span className={classes.count}>{reports}</span>}
      {reports > 0 && level > 1 && (
        <button type="button" className={classes.root} tabIndex={-1} onClick={() => onRoot(id)}>
          {m.people_chart_from()}
        </button>
      )}
    </>
  );
}

/** What stands below somebody who is open while their reports are not there, or not all of them. */
function LevelState({ chart, row: { person, level } }: { chart: Chart; row: ChartRow }) {
  const asked = chart.levelOf(person.id);
  const text = asked?.isError
    ? m.people_chart_level_failed()
    : asked?.isPending
      ? m.shell_loading()
      : asked?.data && asked.data.length < person.reports
        ? m.people_chart_first({ count: asked.data.length })
        : undefined;
  if (text === undefined) return null;
  return (
    <li role="none" className={classes.state} style={{ '--level': Math.min(level, DEEPEST) } as object}>
      <span role="status">{text}</span>
      {asked?.isError && (
        <button type="button" className={classes.again} onClick={() => void asked.refetch()}>
          {m.shell_try_again()}
        </button>
      )}
    </li>
  );
}

const reportsText = ({ person: { reports } }: ChartRow) =>
  reports === 0
    ? undefined
    : reports === 1
      ? m.people_chart_one_report()
      : m.people_chart_reports({ count: reports });
