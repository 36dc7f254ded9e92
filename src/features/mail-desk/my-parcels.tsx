import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useMe } from '#src/directory/me.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, ParcelIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { ItemCard } from './item-cells.tsx';
import { itemColumns, itemLabel } from './item-columns.tsx';
import { mineOptions } from './queries.ts';
import { useLiveMail } from './use-live-mail.ts';

const NONE: MailItem[] = [];

/** What is at the desk, or was, for somebody who does not work there: to look at, not to work on. */
export function MyParcels() {
  const navigate = useNavigate();
  useLiveMail(useMe().id);
  const list = useInfiniteQuery(mineOptions);
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const columns = useMemo(() => itemColumns(undefined, false).filter(({ id }) => id !== 'toUser'), []);
  return (
    <Page title={m.mail_mine()} layout="fill" count={list.hasNextPage ? undefined : rows.length || undefined}>
      {list.isError && rows.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.mail_list_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : (
        <DataGrid
          label={m.mail_mine()}
          rows={rows}
          columns={columns}
          rowId={(item) => String(item.id)}
          rowLabel={itemLabel}
          onOpen={(item) => void navigate({ to: '/mail/$itemId', params: { itemId: item.id } })}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          card={(item) => <ItemCard item={item} />}
          empty={
            <EmptyState icon={<ParcelIcon size={22} />} title={m.mail_mine_empty()}>
              {m.mail_mine_empty_text()}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}
