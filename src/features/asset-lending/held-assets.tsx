import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { HeldAsset } from '#contract/asset-confirmations.ts';
import { HeldIcon } from '#src/ui/asset-loan-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { HeldRow } from './held-row.tsx';
import classes from './lending.module.css';
import { mineOptions } from './queries.ts';
import { useAnswers } from './use-answers.ts';

const isOpen = ({ asks }: HeldAsset) => asks.some(({ answer }) => answer === undefined);

/** What somebody holds, with what is asked of it; all of it can be confirmed at once. */
export function HeldAssets() {
  const { data, error, refetch } = useQuery(mineOptions);
  const [asking, setAsking] = useState<HeldAsset>();
  const { say, busy } = useAnswers();
  if (!data)
    return error ? (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.lending_mine_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    ) : (
      <div role="status" aria-label={m.shell_loading()} className={classes.bones}>
        {[0, 1, 2].map((at) => (
          <Skeleton key={at} height={48} />
        ))}
      </div>
    );
  const open = data.filter(isOpen);
  return (
    <section aria-labelledby="held" className={classes.section}>
      <div className={classes.headLine}>
        <h2 id="held" className={classes.heading}>
          {m.lending_held()} <span className={classes.count}>{data.length}</span>
        </h2>
        {open.length > 1 && (
          <Button size="compact-md" loading={busy} onClick={() => say(open, { answer: 'have' })}>
            {m.lending_have_all({ count: open.length })}
          </Button>
        )}
      </div>
      {open.length > 0 && <p className={classes.asked}>{m.lending_asked({ count: open.length })}</p>}
      {data.length === 0 ? (
        <EmptyState icon={<HeldIcon size={22} />} title={m.lending_held_none()}>
          {m.lending_held_none_text()}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {data.map((asset) => (
            <HeldRow
              key={asset.id}
              asset={asset}
              onHave={() => say([asset], { answer: 'have' })}
              onNotSo={() => setAsking(asset)}
            />
          ))}
        </ul>
      )}
      {asking && <AnswerDialog asset={asking} onClose={() => setAsking(undefined)} />}
    </section>
  );
}
