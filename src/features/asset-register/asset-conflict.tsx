import { Button, Group } from '@mantine/core';
import * as m from '#messages';
import { formatTime } from '#src/lib/dates.ts';
import { towards } from '#src/lib/language.ts';
import { Callout } from '#src/ui/callout.tsx';
import { type AssetFields, differences } from './form-values.ts';
import classes from './asset.module.css';

type Props = {
  /** What the edit was begun on. */
  before: AssetFields;
  theirs: AssetFields;
  /** Epoch ms */
  at: number;
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
};

/** Somebody changed the asset since the edit was begun: what, and what to do about it. */
export function AssetConflict({ before, theirs, at, busy, onTheirs, onMine }: Props) {
  const changes = differences(before, theirs);
  return (
    <Callout tone="warning" urgent title={m.assets_conflict({ time: formatTime(at) })}>
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map(({ label, from, to }) => (
            <li key={label}>
              {label}: <bdi>{from}</bdi> {towards()} <bdi>{to}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.hint}>{m.assets_conflict_text()}</p>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={onTheirs}>
          {m.assets_conflict_theirs()}
        </Button>
        <Button size="xs" loading={busy} onClick={onMine}>
          {m.assets_conflict_mine()}
        </Button>
      </Group>
    </Callout>
  );
}
