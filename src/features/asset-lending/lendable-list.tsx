import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { setLendable } from '#src/directory/asset-api.ts';
import { AssetPicker } from '#src/directory/asset-picker.tsx';
import { notify } from '#src/ui/notify.ts';
import classes from './lending.module.css';
import { assetLine } from './loan-words.tsx';
import { lendableOptions, useLendingWrite } from './queries.ts';

const DAY = 86_400_000;

/** What everybody may reserve: found and added one by one, taken off with a way back. */
export function LendableList() {
  const [filter] = useState(() => ({ startDate: Date.now(), dueDate: Date.now() + DAY }));
  const list = useInfiniteQuery(lendableOptions(filter));
  const rows = list.data?.pages.flat() ?? [];
  const { mutate, isPending, error } = useLendingWrite(
    ({ id, lendable }: { id: number; lendable: boolean }) => setLendable([id], lendable),
  );
  const takeOff = (id: number, name: string) =>
    mutate(
      { id, lendable: false },
      {
        onSuccess: () =>
          notify({
            message: m.lending_told_not_lendable({ name }),
            tone: 'success',
            undo: () => mutate({ id, lendable: true }),
          }),
      },
    );
  return (
    <section aria-labelledby="lendable" className={classes.section}>
      <h2 id="lendable" className={classes.heading}>
        {m.lending_lendable()}
      </h2>
      <p className={classes.dim}>{m.lending_lendable_text()}</p>
      <AssetPicker
        label={m.lending_lendable_add()}
        value=""
        onChange={(id) => id && mutate({ id: Number(id), lendable: true })}
        error={error?.message ?? list.error?.message}
      />
      {rows.length > 0 && (
        <ul className={classes.list} style={{ marginTop: 12 }} aria-label={m.lending_lendable()}>
          {rows.map((asset) => (
            <li key={asset.id} className={classes.row} data-pair>
              <span className={classes.what}>
                <bdi className={classes.name}>{asset.name}</bdi>
                <bdi className={classes.dim}>{assetLine(asset)}</bdi>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                disabled={isPending}
                aria-label={m.lending_lendable_remove({ name: asset.name })}
                onClick={() => takeOff(asset.id, asset.name)}
              >
                {m.lending_remove()}
              </Button>
            </li>
          ))}
        </ul>
      )}
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
    </section>
  );
}
