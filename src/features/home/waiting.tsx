import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { urgencyOf } from '#contract/home-order.ts';
import type { Home } from '#contract/home.ts';
import { formatMoment, formatTime } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { CheckIcon, ClockIcon, WarningIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { Acts, type Doing } from './acts.tsx';
import { waitingLines } from './all-lines.ts';
import classes from './home.module.css';
import type { Line, Now } from './line.ts';

const SHOWN = 7;

/** What waits for somebody, the most urgent first, each with its answers. */
export function WaitingList({ home, at, doing }: { home: Home; at: Now; doing: Doing }) {
  const [all, setAll] = useState(false);
  const lines = waitingLines(home, at);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <section className={classes.part} aria-labelledby="home-waits">
      <header className={classes.head}>
        <h2 id="home-waits" className={classes.heading} tabIndex={-1}>
          {m.home_waits()}
        </h2>
      </header>
      {lines.length === 0 ? (
        <p className={classes.nothing}>
          <CheckIcon size={18} />
          <span>
            <strong>{m.home_nothing()}</strong> {m.home_nothing_text()}
          </span>
        </p>
      ) : (
        <ul className={classes.lines}>
          {shown.map((line) => (
            <LineRow key={line.key} line={line} at={at} doing={doing} />
          ))}
        </ul>
      )}
      <p className={classes.more}>
        {lines.length > SHOWN && (
          <Button variant="default" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? m.home_show_fewer() : m.home_show_all({ count: formatNumber(lines.length) })}
          </Button>
        )}
        <Longer home={home} />
      </p>
    </section>
  );
}

/** Where there are more than come with the page, the way to all of them. */
function Longer({ home }: { home: Home }) {
  const { bookingsToApprove, requestsToApprove, movesToApprove, assigned, holdings } = home;
  const beyond = (part: { total: number; items: unknown[] } | undefined) =>
    part !== undefined && part.total > part.items.length ? formatNumber(part.total) : undefined;
  const [bookings, requests, moves, work, things] = [
    beyond(bookingsToApprove),
    beyond(requestsToApprove),
    beyond(movesToApprove),
    beyond(assigned),
    beyond(holdings),
  ];
  const words = (what: string, count: string) => m.home_more_link({ what, count });
  return (
    <>
      {bookings && <TextLink to="/bookings/approvals">{words(m.home_kind_booking(), bookings)}</TextLink>}
      {requests && (
        <TextLink to="/requests/queue" search={{ tab: 'approval' }}>
          {words(m.home_kind_request(), requests)}
        </TextLink>
      )}
      {moves && (
        <TextLink to="/moves" search={{ view: 'approve' }}>
          {words(m.home_kind_move(), moves)}
        </TextLink>
      )}
      {work && (
        <TextLink to="/requests/queue" search={{ tab: 'me' }}>
          {words(m.home_kind_work(), work)}
        </TextLink>
      )}
      {things && <TextLink to="/assets/mine">{words(m.home_kind_confirm(), things)}</TextLink>}
    </>
  );
}

function LineRow({ line, at, doing }: { line: Line; at: Now; doing: Doing }) {
  const { key, icon: Icon, word, title, asides, link, acts } = line;
  const problem = doing.problemOf(key);
  return (
    <li className={classes.line} data-line={key}>
      <span className={classes.icon}>
        <Icon size={18} />
      </span>
      <span className={classes.what}>
        <span className={classes.word}>{word}</span>
        <span className={classes.title}>{link(<bdi>{title}</bdi>)}</span>
        <span className={classes.asides}>
          {asides.map((text, nth) => (
            // Two of them may say the same.
            // oxlint-disable-next-line react/no-array-index-key
            <bdi key={nth}>{text}</bdi>
          ))}
        </span>
      </span>
      <Urgency line={line} at={at} />
      <Acts of={key} acts={acts} doing={doing} />
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

const timed: ReadonlySet<Line['kind']> = new Set(['work', 'confirm', 'return']);
/** Until when, and by icon, word and colour that this is soon or past. */
function Urgency({ line, at }: { line: Line; at: Now }) {
  const { due } = line;
  const urgency = urgencyOf(line, at.now, at.tomorrow);
  const past = urgency === 'overdue';
  const today = urgency === 'today';
  // What is to be decided says its own time beside its name.
  if (due === undefined || !(past || today || timed.has(line.kind)))
    return <span className={classes.urgency} />;
  return (
    <span className={classes.urgency}>
      {past || today ? (
        <StatusBadge tone={past ? 'danger' : 'warning'} icon={past ? WarningIcon : ClockIcon}>
          {past ? m.home_overdue() : m.home_today()}
        </StatusBadge>
      ) : null}
      <span className={classes.time}>
        {today ? due < at.tomorrow - 1 && formatTime(due) : formatMoment(due, at.now)}
      </span>
    </span>
  );
}
