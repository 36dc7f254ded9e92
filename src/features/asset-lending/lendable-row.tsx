import { Button } from '@mantine/core';
import * as m from '#messages';
import type { LendableAsset } from '#contract/asset-loans.ts';
import { ConditionBadge } from '#src/directory/asset-condition.tsx';
import { formatDateTime } from '#src/lib/dates.ts';
import { CheckIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { BusyIcon } from '#src/ui/code-icons.tsx';
import { BusyLine } from './busy-line.tsx';
import classes from './lending.module.css';
import { assetLine } from './loan-words.tsx';

type Props = {
  asset: LendableAsset;
  /** Epoch ms. */
  window: { since: number; until: number };
  busy: boolean;
  onReserve: () => void;
};

/** Something that may be reserved, with what is in the way around that time. */
export function LendableRow({ asset, window, busy, onReserve }: Props) {
  const { free, taken, room, overdue, condition } = asset;
  const [first] = taken;
  return (
    <li className={classes.row} data-plain>
      <span className={classes.what}>
        <bdi className={classes.name}>{asset.name}</bdi>
        <bdi className={classes.dim}>{[assetLine(asset), room?.name].filter(Boolean).join(' · ')}</bdi>
        <BusyLine taken={taken} window={window} />
      </span>
      <span className={classes.state}>
        <StatusBadge tone={free ? 'success' : 'neutral'} icon={free ? CheckIcon : BusyIcon}>
          {free ? m.lending_free() : m.lending_taken()}
        </StatusBadge>
        {first && (
          <span className={classes.dim}>
            {overdue
              ? m.lending_late_with({ name: first.user.name })
              : (free ? m.lending_next_taken : m.lending_taken_by)({
                  name: first.user.name,
                  from: formatDateTime(first.startDate),
                  until: formatDateTime(first.dueDate),
                })}
          </span>
        )}
        {condition !== 'good' && <ConditionBadge condition={condition} />}
      </span>
      <span className={classes.actions}>
        <Button
          size="compact-md"
          loading={busy}
          disabled={!free}
          aria-label={m.lending_reserve_this({ name: asset.name })}
          onClick={onReserve}
        >
          {m.lending_reserve_short()}
        </Button>
      </span>
    </li>
  );
}
