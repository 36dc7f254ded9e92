import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { AssetEvent } from '#contract/assets.ts';
import { assetHistoryOptions } from '#src/directory/asset-queries.ts';
import { When } from '#src/ui/when.tsx';
import classes from './asset.module.css';
import { eventWords } from './event-words.ts';

/** What happened to an asset, the newest first: who saw it, when and where, who held it, what was changed. */
export function AssetHistory({ id }: { id: number }) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    assetHistoryOptions(id),
  );
  return (
    <section className={classes.section} aria-label={m.assets_history()}>
      <h2>{m.assets_history()}</h2>
      {data ? (
        <ol className={classes.history} reversed>
          {data.pages.flat().map((event) => (
            <Line key={event.id} event={event} />
          ))}
        </ol>
      ) : error ? (
        <p className={classes.wrong} role="alert">
          {error.message}
        </p>
      ) : (
        <Skeleton height={80} />
      )}
      {hasNextPage && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {m.assets_history_more()}
          </Button>
        </div>
      )}
    </section>
  );
}

function Line({ event }: { event: AssetEvent }) {
  return (
    <li className={classes.event}>
      <strong dir="auto">{eventWords(event)}</strong>
      <span className={classes.dim}>
        <bdi>{event.by?.name ?? m.assets_by_itself()}</bdi>
        {' · '}
        <When ms={event.at} />
      </span>
      {event.note && (
        <p className={classes.note} dir="auto">
          {event.note}
        </p>
      )}
    </li>
  );
}
