import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { AssetAsk } from '#contract/asset-confirmations.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { AnswerBadge } from './answer-words.tsx';
import classes from './lending.module.css';
import { assetLine } from './loan-words.tsx';
import { asksOptions } from './queries.ts';

/** What was asked and answered, asset by asset. */
export function AskList({ round, answer }: { round: number; answer: string }) {
  const list = useInfiniteQuery(asksOptions(round, answer));
  const rows = list.data?.pages.flat() ?? [];
  if (list.isPending) return <Skeleton height={120} mt="md" />;
  if (list.isError && rows.length === 0)
    return (
      <p className={classes.problem} role="alert">
        {list.error.message}{' '}
        <Button variant="default" size="compact-sm" onClick={() => void list.refetch()}>
          {m.shell_try_again()}
        </Button>
      </p>
    );
  if (rows.length === 0) return <EmptyState icon={<CheckIcon size={22} />} title={m.lending_asks_none()} />;
  return (
    <>
      <ul className={classes.list} aria-label={m.lending_answers()}>
        {rows.map((ask) => (
          <AskRow key={ask.id} ask={ask} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {m.lending_more()}
        </Button>
      )}
    </>
  );
}

function AskRow({ ask: { asset, user, answer, note, photograph, answeredAt } }: { ask: AssetAsk }) {
  return (
    <li className={classes.row}>
      {photograph ? (
        <a href={photograph.downloadURL} target="_blank" rel="noreferrer">
          <img
            className={classes.picture}
            src={photograph.downloadURL}
            alt={m.lending_photograph_of({ name: asset.name })}
          />
        </a>
      ) : (
        <span className={classes.picture} aria-hidden />
      )}
      <span className={classes.what}>
        <TextLink to="/assets/$assetId" params={{ assetId: asset.id }} className={classes.name}>
          <bdi>{asset.name}</bdi>
        </TextLink>
        <bdi className={classes.dim}>{assetLine(asset)}</bdi>
      </span>
      <span className={classes.state}>
        <bdi>{user.name}</bdi>
        {note && (
          <bdi className={classes.dim} dir="auto">
            {note}
          </bdi>
        )}
        {answeredAt && <span className={classes.dim}>{formatDateTime(answeredAt)}</span>}
      </span>
      <AnswerBadge answer={answer} />
    </li>
  );
}
