import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { minute } from '#src/directory/minute.ts';
import { useLiveRequests } from '#src/directory/request-queries.ts';
import { RequestTabs } from '#src/directory/request-tabs.tsx';
import { useStore } from '#src/lib/store.ts';
import { Page } from '#src/ui/page.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { focusGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { AskingDialogs } from './asking-dialogs.tsx';
import { tabCountsOptions } from './queries.ts';
import { QueueBoard } from './queue-board.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueTable } from './queue-table.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { RequestPanel } from './request-panel.tsx';
import { changed, filtersOf, type QueueSearch } from './search.ts';
import { boardTabs, narrowing } from './tabs.ts';
import { useAsking } from './use-asking.ts';

type Props = { search: QueueSearch; onSearch: (search: QueueSearch, replace?: boolean) => void };

/** The work of a maintenance center: what is asked for, as a table or as a board by state. */
export function QueuePage({ search, onSearch }: Props) {
  useLiveRequests();
  const filters = filtersOf(search);
  const narrowed = narrowing(filters, useStore(minute));
  const isNarrowed = Object.keys(filters).length > 0;
  const counts = useQuery(tabCountsOptions(narrowed)).data;
  const { asking, ask, close } = useAsking();
  const searchBox = useRef<HTMLInputElement>(null);
  const board = search.view === 'board';
  const tab = board && !boardTabs.includes(search.tab) ? undefined : search.tab;
  const count = counts?.[tab ?? 'open'];

  const open = ({ id }: ServiceRequest) => onSearch({ ...search, open: id }, search.open !== undefined);
  useViewKeys({
    '/': () => searchBox.current?.focus(),
    b: {
      label: m.keys_board,
      run: () => onSearch(changed(search, { view: board ? undefined : 'board', tab })),
    },
  });
  const shared = { tab, narrowed, openId: search.open, ask, onOpen: open };
  return (
    <Page title={m.queue_title()} count={count} layout="fill">
      <RequestTabs current="queue" keys={board ? m.queue_board_keys() : m.queue_keys()} />
      <QueueTabs search={{ ...search, tab }} narrowed={narrowed} onSearch={onSearch} />
      <QueueFilters search={search} onSearch={onSearch} searchBox={searchBox} />
      <SplitView
        panel={
          search.open !== undefined && (
            <RequestPanel
              id={search.open}
              ask={(kind, requests) => void ask(kind, requests)}
              onSpace={(roomId) => onSearch(changed(search, { roomId }))}
              onClose={() => {
                onSearch({ ...search, open: undefined });
                focusGrid();
              }}
            />
          )
        }
      >
        {board ? (
          <QueueBoard {...shared} />
        ) : (
          <QueueTable
            {...shared}
            isNarrowed={isNarrowed}
            count={count}
            onClear={() => onSearch({ ...(search.tab && { tab: search.tab }) })}
          />
        )}
      </SplitView>
      <AskingDialogs asking={asking} onClose={close} />
    </Page>
  );
}
