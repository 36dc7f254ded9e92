import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetAudit, AuditProgress } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { SpacePicker } from '#src/directory/space-picker.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { progressOptions } from './queries.ts';
import { spaceLooks } from './space-words.ts';
import classes from './walk.module.css';
import { seenOf, wantedOf } from './words.ts';

type Props = {
  audit: AssetAudit | undefined;
  /** Why the space of the address cannot be entered. */
  problem: string | undefined;
  onChoose: (space: number) => void;
};

/** Where one stands: by the label at the door, by name, or the next of a floor. */
export function SpaceChooser({ audit, problem, onChoose }: Props) {
  return (
    <div className={classes.chooser}>
      <h2>{m.audits_where()}</h2>
      <p className={classes.dim}>{m.audits_where_text()}</p>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <SpacePicker label={m.audits_space_by_name()} value="" onChange={(id) => onChoose(Number(id))} />
      {audit && <OfCampaign audit={audit} onChoose={onChoose} />}
    </div>
  );
}

type Floor = AuditProgress['buildings'][number]['floors'][number];
/** One's own floor first, and of those one that is not done. */
function likely(floors: readonly Floor[], me: number): Floor | undefined {
  const open = floors.filter(({ visits }) => visits.done < visits.toVisit);
  return open.find(({ auditors }) => auditors.some(({ id }) => id === me)) ?? open[0] ?? floors[0];
}

function OfCampaign({ audit, onChoose }: { audit: AssetAudit; onChoose: (space: number) => void }) {
  const me = useMe();
  const { data, error, refetch } = useQuery(progressOptions(audit.id));
  const [wanted, setWanted] = useState<number>();
  if (!data)
    return error ? (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.audits_progress_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    ) : (
      <Skeleton height={240} />
    );
  const floors = data.buildings.flatMap((building) =>
    building.floors.map((floor) => ({ ...floor, label: `${floor.name} · ${building.name}` })),
  );
  const floor = floors.find(({ id }) => id === wanted) ?? likely(floors, me.id);
  if (!floor) return <p className={classes.dim}>{m.audits_no_spaces()}</p>;
  return (
    <>
      <Choice
        label={m.audits_floor()}
        none={m.audits_floor_likely()}
        value={floor.id}
        options={floors.map(({ id, label, visits }) => ({
          id,
          name: `${label} (${m.audits_of({ done: visits.done, all: visits.toVisit })})`,
        }))}
        onChange={setWanted}
      />
      <ul className={classes.spaces} aria-label={m.audits_spaces_of({ floor: floor.name })}>
        {floor.spaces.map((space) => {
          const { label, tone, icon } = spaceLooks[space.state];
          return (
            <li key={space.id}>
              <button type="button" className={classes.space} onClick={() => onChoose(space.id)}>
                <bdi className={classes.name}>{space.name}</bdi>
                <span className={classes.dim}>
                  {m.audits_of({ done: seenOf(space.figures), all: wantedOf(space.figures) })}
                </span>
                <StatusBadge tone={tone} icon={icon}>
                  {label()}
                </StatusBadge>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
