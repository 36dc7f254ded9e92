import { Button } from '@mantine/core';
import * as m from '#messages';
import type { ServiceRequest, ServiceState } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import type { RequestFilter } from '#src/directory/request-api.ts';
import { Board, type BoardColumn } from '#src/ui/board.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { BulkBar } from './bulk-bar.tsx';
import { RequestCard } from './queue-columns.tsx';
import type { QueueTab } from './search.ts';
import { asks, isClosed, mayGo, stepBetween } from '#src/directory/request-steps.ts';
import { filterOf } from './tabs.ts';
import type { Asked } from './use-asking.ts';
import { type QueueCard, useBoardLists } from './use-board-lists.ts';
import { useChosen } from './use-chosen.ts';
import { useSteps } from './use-steps.ts';

type Props = {
  tab: QueueTab | undefined;
  narrowed: RequestFilter;
  openId: number | undefined;
  ask: (kind: Asked, requests: readonly ServiceRequest[]) => Promise<void>;
  onOpen: (request: ServiceRequest) => void;
};
const render = ({ request }: QueueCard) => <RequestCard request={request} board />;

/** The queue as a board: a card dropped on another state takes the step that leads there. */
export function QueueBoard({ tab, narrowed, openId, ask, onOpen }: Props) {
  const me = useMe();
  const lists = useBoardLists(filterOf(tab, narrowed));
  const { selected, selection, choose, clear } = useChosen(lists.requests);
  const { take } = useSteps();
  const move = ({ request }: QueueCard, { id }: BoardColumn) => {
    const step = stepBetween(request.state, id as ServiceState);
    if (!step) return undefined;
    return asks(step) ? ask(step, [request]) : take(request, step);
  };
  useViewKeys({
    a: {
      label: m.keys_assign,
      run: () => {
        const open = selected.filter((one) => !isClosed(one));
        if (open.length > 0) void ask('assign', open);
      },
    },
  });
  if (lists.failed)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.queue_failed()}
        action={<Button onClick={lists.retry}>{m.shell_try_again()}</Button>}
      >
        {lists.failed.message}
      </EmptyState>
    );
  return (
    <>
      <Board
        label={m.queue_title()}
        columns={lists.columns}
        cards={lists.cards}
        render={render}
        mayMove={({ request }, { id }) => mayGo(request, id as ServiceState, me)}
        onMove={move}
        selected={selection}
        onSelect={choose}
        onOpen={({ request }) => onOpen(request)}
        openId={openId === undefined ? undefined : String(openId)}
        onMore={lists.more}
        loading={lists.loading}
        cardHeight={96}
      />
      {selected.length > 0 && <BulkBar selected={selected} ask={ask} onClear={clear} />}
    </>
  );
}
