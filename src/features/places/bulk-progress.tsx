import { Button } from '@mantine/core';
import * as m from '#messages';
import { ErrorIcon, CheckIcon } from '#src/ui/icons.tsx';
import classes from './places.module.css';
import type { BulkProgress as Progress } from './use-bulk-edit.ts';

type Props = {
  progress: Progress;
  onStop: () => void;
  onRetry: () => void;
  onClose: () => void;
};

/** How far a change of many spaces is, and which of them were refused and why. */
export function BulkProgress({ progress, onStop, onRetry, onClose }: Props) {
  const { done, total, refused, running } = progress;
  const changed = done - refused.length;
  return (
    <section className={classes.progress} aria-label={m.places_bulk()}>
      <div className={classes.progressHead}>
        {!running && (refused.length > 0 ? <ErrorIcon size={16} /> : <CheckIcon size={16} />)}
        <strong role="status">
          {running
            ? m.places_bulk_running({ done, total })
            : refused.length > 0
              ? m.places_bulk_partly({ changed, total, refused: refused.length })
              : m.places_bulk_done({ count: changed })}
        </strong>
        {running && <progress value={done} max={total} aria-label={m.places_bulk()} />}
        <span className={classes.end}>
          {running ? (
            <Button variant="default" size="compact-sm" onClick={onStop}>
              {m.places_bulk_stop()}
            </Button>
          ) : (
            <>
              {refused.length > 0 && (
                <Button size="compact-sm" mr={8} onClick={onRetry}>
                  {m.places_bulk_retry({ count: refused.length })}
                </Button>
              )}
              <Button variant="default" size="compact-sm" onClick={onClose}>
                {m.ui_close()}
              </Button>
            </>
          )}
        </span>
      </div>
      {refused.length > 0 && (
        <ul className={classes.plain}>
          {refused.map(({ space, reason }) => (
            <li key={space.id}>
              <bdi>{space.name}</bdi> <span className={classes.dim}>{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
