import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { labelCodeOf } from '#contract/assets.ts';
import { formatTime } from '#src/lib/dates.ts';
import { DamagedIcon } from '#src/ui/asset-icons.tsx';
import { CheckIcon, ClockIcon, OfflineIcon, RefreshIcon, UndoIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { detailsOf } from './scan-words.ts';
import { UnknownNote } from './unknown-note.tsx';
import type { Walk } from './use-walk.ts';
import type { WalkRow as Row } from './walk-list.ts';
import classes from './walk.module.css';
import { resultLooks } from './words.ts';

type Props = {
  row: Row;
  walk: Walk;
  /** Counts the times it was scanned again while it is here. */
  again: number;
};

/** One sighting: what it is as icon, word and colour, where it belongs, and the one thing to do about it. */
export function WalkRow({ row, walk, again }: Props) {
  const { code, asset: ticked, answer, at, state } = row;
  const room = answer?.room ?? row.room;
  const [busy, setBusy] = useState(false);
  const during = (work: Promise<void>) => {
    setBusy(true);
    void work.finally(() => setBusy(false));
  };
  const name = answer?.asset?.name ?? ticked?.name;
  const tag = answer?.asset ? labelCodeOf(answer.asset) : code;
  const look = answer && resultLooks[answer.result];
  const can = (action: 'place' | 'leave' | 'undo') => answer?.actions.includes(action);
  return (
    <li className={classes.row} data-state={state} data-tone={look?.tone} data-row={row.key}>
      {again > 0 && <span key={again} className={classes.flash} />}
      <div className={classes.rowHead}>
        {state === 'failed' ? (
          <StatusBadge tone="danger" icon={OfflineIcon}>
            {m.audits_not_sent()}
          </StatusBadge>
        ) : look ? (
          <StatusBadge tone={look.tone} icon={look.icon}>
            {look.label()}
          </StatusBadge>
        ) : (
          <StatusBadge tone="neutral" icon={ClockIcon}>
            {m.audits_sending()}
          </StatusBadge>
        )}
        {answer?.damaged && (
          <StatusBadge tone="warning" icon={DamagedIcon}>
            {m.audits_damaged()}
          </StatusBadge>
        )}
        <span className={classes.rowWhen}>
          {room.name && (
            <>
              <bdi>{room.name}</bdi> ·{' '}
            </>
          )}
          {formatTime(at)}
        </span>
      </div>
      <div className={classes.what}>
        {name && (
          <strong>
            <bdi>{name}</bdi>
          </strong>
        )}
        <bdi className={classes.code}>{tag}</bdi>
        {answer?.asset && !answer.damaged && !answer.removed && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            className={classes.damaged}
            disabled={busy}
            aria-label={m.audits_say_damaged_of({ name: answer.asset.name })}
            leftSection={<DamagedIcon size={14} />}
            onClick={() => during(walk.damaged(row))}
          >
            {m.audits_say_damaged()}
          </Button>
        )}
      </div>
      {row.problem && <p className={classes.problem}>{row.problem}</p>}
      {answer && detailsOf(answer).map((line) => <p key={line}>{line}</p>)}
      {answer?.choice && (
        <p className={classes.chosen}>
          <CheckIcon size={15} />
          {answer.choice === 'placed' ? m.audits_placed({ place: room.name }) : m.audits_left_as_is()}
        </p>
      )}
      <div className={classes.actions}>
        {state === 'failed' && (
          <>
            <Button size="compact-md" leftSection={<RefreshIcon size={15} />} onClick={() => walk.retry(row)}>
              {m.shell_try_again()}
            </Button>
            <Button size="compact-md" variant="subtle" onClick={() => walk.remove(row.key)}>
              {m.audits_forget()}
            </Button>
          </>
        )}
        {can('place') && (
          <Button size="compact-md" loading={busy} onClick={() => during(walk.choose(row, 'place'))}>
            {m.audits_is_here()}
          </Button>
        )}
        {can('leave') && (
          <Button
            size="compact-md"
            variant="default"
            disabled={busy}
            onClick={() => during(walk.choose(row, 'leave'))}
          >
            {m.audits_leave()}
          </Button>
        )}
        {can('undo') && (
          <Button
            size="compact-md"
            variant="default"
            loading={busy}
            leftSection={<UndoIcon size={15} />}
            onClick={() => during(walk.choose(row, 'undo'))}
          >
            {m.ui_undo()}
          </Button>
        )}
      </div>
      {answer?.unknownTag && <UnknownNote tag={answer.unknownTag.id} code={code} />}
    </li>
  );
}
