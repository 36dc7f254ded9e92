import { CloseButton, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AssetAudit, SpaceProgress } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { labelCodeOf } from '#contract/assets.ts';
import { formatMoment } from '#src/lib/dates.ts';
import { LinkButton } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './audits.module.css';
import progress from './progress.module.css';
import { spaceRowsOptions } from './queries.ts';
import { spaceLooks } from './space-words.ts';
import { rowLooks, seenOf, wantedOf } from './words.ts';

type Props = { audit: AssetAudit; space: SpaceProgress; onClose: () => void };
const MOST = 100;

/** A space of the campaign: how far it is, and each asset that belongs or was seen there. */
export function SpaceCard({ audit, space, onClose }: Props) {
  const { id, name, state, figures, doneAt, doneBy } = space;
  const { label, tone, icon } = spaceLooks[state];
  const { data, error } = useQuery(spaceRowsOptions(audit.id, id));
  return (
    <section className={progress.spaceCard} aria-label={name}>
      <div className={classes.cardLine}>
        <h2 className={progress.spaceName}>
          <bdi>{name}</bdi>
        </h2>
        <CloseButton size="sm" aria-label={m.ui_close()} onClick={onClose} />
      </div>
      <div className={classes.badges}>
        <StatusBadge tone={tone} icon={icon}>
          {label()}
        </StatusBadge>
        <span className={classes.dim}>
          {m.audits_seen_here({ seen: seenOf(figures), expected: wantedOf(figures) })}
        </span>
      </div>
      {doneAt !== undefined && doneBy && (
        <p className={classes.plain}>{m.audits_done_by({ name: doneBy.name, time: formatMoment(doneAt) })}</p>
      )}
      {audit.state === 'open' && audit.may.scan && (
        <LinkButton
          to="/assets/audits/$auditId/walk"
          params={{ auditId: audit.id }}
          search={{ space: id }}
          variant="default"
          size="compact-md"
        >
          {m.audits_walk_here()}
        </LinkButton>
      )}
      {data ? (
        <ul className={progress.assets} aria-label={m.audits_assets_of({ space: name })}>
          {data.slice(0, MOST).map(({ asset, state: what }) => (
            <li key={asset.id}>
              <span className={classes.clip}>
                <bdi>{asset.name}</bdi> <bdi className={classes.dim}>{labelCodeOf(asset)}</bdi>
              </span>
              <StatusBadge tone={rowLooks[what].tone} icon={rowLooks[what].icon}>
                {rowLooks[what].label()}
              </StatusBadge>
            </li>
          ))}
          {data.length > MOST && <li>{m.audits_more_count({ count: data.length - MOST })}</li>}
        </ul>
      ) : error ? (
        <p className={classes.problem}>{error.message}</p>
      ) : (
        <Skeleton height={60} />
      )}
    </section>
  );
}
