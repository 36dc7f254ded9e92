import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { CheckIcon, UndoIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { finishSpace } from './api.ts';
import { nextSpace } from './next-space.ts';
import { progressOptions, useAuditWrite } from './queries.ts';
import classes from './walk.module.css';

type Props = {
  /** Undefined: a walk of no campaign, where nothing is finished. */
  audit: AssetAudit | undefined;
  room: { id: number; name: string };
  floorId: number;
  /** How many are still expected here. */
  left: number;
  onEnter: (space: number | undefined) => void;
};

/** The space is done, and on to the next of the floor. */
export function SpaceFooter({ audit, room, floorId, left, onEnter }: Props) {
  const { data } = useQuery({
    ...progressOptions(audit?.id ?? 0, floorId),
    enabled: audit !== undefined,
  });
  const { mutate, isPending } = useAuditWrite(({ id, done }: { id: number; done: boolean }) =>
    finishSpace(audit!.id, id, done),
  );
  if (!audit)
    return (
      <footer className={classes.footer}>
        <Button className={classes.go} onClick={() => onEnter(undefined)}>
          {m.audits_next_any()}
        </Button>
      </footer>
    );
  const floor = data?.buildings.flatMap(({ floors }) => floors).find(({ id }) => id === floorId);
  const spaces = floor?.spaces ?? [];
  const next = nextSpace(spaces, room.id);
  const done = spaces.find(({ id }) => id === room.id)?.state === 'done';
  const failed = { onError: ({ message }: Error) => notify({ message, tone: 'danger' as const }) };
  const reopen = () => mutate({ id: room.id, done: false }, failed);
  const finish = () =>
    mutate(
      { id: room.id, done: true },
      {
        ...failed,
        onSuccess: () => {
          notify({
            message:
              left > 0
                ? m.audits_done_missing({ space: room.name, count: left })
                : m.audits_done({ space: room.name }),
            undo: reopen,
          });
          onEnter(next?.id);
        },
      },
    );
  return (
    <footer className={classes.footer}>
      {floor && (
        <span className={classes.floorWords}>
          {m.audits_floor_done({ floor: floor.name, done: floor.visits.done, all: floor.visits.toVisit })}
        </span>
      )}
      {done ? (
        <>
          <Button
            variant="default"
            className={classes.second}
            loading={isPending}
            leftSection={<UndoIcon size={16} />}
            onClick={reopen}
          >
            {m.audits_not_done()}
          </Button>
          <Button className={classes.go} onClick={() => onEnter(next?.id)}>
            {next ? m.audits_next({ space: next.name }) : m.audits_next_any()}
          </Button>
        </>
      ) : (
        <>
          {next && (
            <Button variant="default" className={classes.second} onClick={() => onEnter(next.id)}>
              {m.audits_skip()}
            </Button>
          )}
          <Button
            className={classes.go}
            loading={isPending}
            leftSection={<CheckIcon size={18} />}
            onClick={finish}
          >
            {left > 0 ? m.audits_finish_missing({ count: left }) : m.audits_finish()}
          </Button>
        </>
      )}
    </footer>
  );
}
