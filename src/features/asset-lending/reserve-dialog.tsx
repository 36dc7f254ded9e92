import { Alert, Button, Modal, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { LendableAsset } from '#contract/asset-loans.ts';
import { assetTypesOptions } from '#src/directory/asset-queries.ts';
import { useMe } from '#src/directory/me.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { nextQuarter } from '#src/lib/zone-clock.ts';
import { Choice } from '#src/ui/choice.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { notify } from '#src/ui/notify.ts';
import { SearchField } from '#src/ui/search-field.tsx';
import { useReturnFocus } from '#src/ui/use-return-focus.ts';
import { reserveAsset } from './api.ts';
import { LendableRow } from './lendable-row.tsx';
import classes from './lending.module.css';
import { MomentField } from './moment-field.tsx';
import { dueIn, momentMs, momentOf } from './moments.ts';
import { lendableOptions, useLendingWrite } from './queries.ts';
import { useLoanSteps } from './use-loan-steps.ts';

/** Finds something to reserve: the time first, then what is free then. */
export function ReserveDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const zone = useMe().timeZone;
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const [from, setFrom] = useState(() => momentOf(nextQuarter(Date.now()), zone));
  const [until, setUntil] = useState(() => dueIn(1, zone));
  const [search, setSearch] = useState('');
  const [typeId, setTypeId] = useState<number>();
  const types = useQuery(assetTypesOptions).data ?? [];
  const [since, due] = [momentMs(from, zone), momentMs(until, zone)];
  const wrong = since !== undefined && due !== undefined && due <= since;
  const ready = since !== undefined && due !== undefined && !wrong;
  const filter = useMemo(
    () => ({
      startDate: since ?? 0,
      dueDate: due ?? 1,
      ...(search && { search }),
      ...(typeId !== undefined && { typeId }),
    }),
    [since, due, search, typeId],
  );
  const list = useInfiniteQuery({ ...lendableOptions(filter), enabled: ready });
  const rows = list.data?.pages.flat() ?? [];
  const { keyFor, settle } = useIntentionKey();
  const { take } = useLoanSteps();
  const { mutate, isPending, variables, error, reset } = useLendingWrite((asset: LendableAsset) => {
    const body = { asset: { id: asset.id }, startDate: since!, dueDate: due! };
    return reserveAsset(body, keyFor(body));
  });
  const reserve = (asset: LendableAsset) =>
    mutate(asset, {
      onSuccess: (loan) => {
        settle();
        notify({
          message: m.lending_told_reserved({ name: loan.asset.name }),
          tone: 'success',
          undo: () => take(loan, 'cancel'),
        });
        onClose();
      },
    });
  const moved = (set: typeof setFrom) => (value: typeof from) => {
    reset();
    set(value);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.lending_reserve()}
      size={720}
      fullScreen={narrow ?? false}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <div className={classes.window}>
        <MomentField label={m.lending_from()} value={from} onChange={moved(setFrom)} />
        <MomentField
          label={m.lending_until()}
          value={until}
          onChange={moved(setUntil)}
          error={wrong ? m.lending_until_wrong() : undefined}
        />
      </div>
      <div className={classes.find}>
        <SearchField
          label={m.lending_find()}
          placeholder={m.lending_find_hint()}
          className={classes.search}
          value={search}
          onChange={setSearch}
        />
        <Choice
          layout="line"
          label={m.assets_type()}
          none={m.assets_any()}
          value={typeId}
          options={types}
          onChange={setTypeId}
        />
      </div>
      {error && (
        <Alert color="red" role="alert" mb="sm">
          {error.message}
        </Alert>
      )}
      {!ready ? (
        <p className={classes.dim}>{m.lending_choose_time()}</p>
      ) : list.isError ? (
        <p className={classes.problem} role="alert">
          {list.error.message}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void list.refetch()}>
            {m.shell_try_again()}
          </Button>
        </p>
      ) : list.isPending ? (
        <div role="status" aria-label={m.shell_loading()} className={classes.bones}>
          {[0, 1, 2].map((at) => (
            <Skeleton key={at} height={44} />
          ))}
        </div>
      ) : rows.length === 0 ? (
        <EmptyState title={search || typeId ? m.lending_none_found() : m.lending_none_lendable()}>
          {search || typeId ? m.lending_none_found_text() : m.lending_none_lendable_text()}
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={m.lending_offered()}>
          {rows.map((asset) => (
            <LendableRow
              key={asset.id}
              asset={asset}
              window={{ since, until: due }}
              busy={isPending && variables?.id === asset.id}
              onReserve={() => reserve(asset)}
            />
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
    </Modal>
  );
}
