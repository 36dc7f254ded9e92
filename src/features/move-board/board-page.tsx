import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import * as m from '#messages';
import type { MoveStatusCode } from '#contract/moves.ts';
import { useLiveMoves } from '#src/directory/move-queries.ts';
import { MoveTabs } from '#src/directory/move-tabs.tsx';
import { useMoveStep } from '#src/directory/use-move-steps.ts';
import { Board, type BoardColumn } from '#src/ui/board.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { ApproveDialog, RejectDialog } from './asking-dialogs.tsx';
import { BoardFilters } from './board-filters.tsx';
import { MoveBoardCard } from './board-card.tsx';
import { boardFilter, type BoardSearch } from './board-search.ts';
import { comesBack, mayGo, stepTo } from './board-steps.ts';
import classes from './board.module.css';
import { useAsking } from './use-asking.ts';
import { type StatusCard, useBoard } from './use-board.ts';

type Props = { search: BoardSearch; onSearch: (search: BoardSearch, replace?: boolean) => void };
const render = ({ move }: StatusCard) => <MoveBoardCard card={move} />;

/** Moves by status: a card dropped on another status takes the step that leads there. */
export function MoveBoardPage({ search, onSearch }: Props) {
  useLiveMoves();
  const navigate = useNavigate();
  const board = useBoard(boardFilter(search));
  const take = useMoveStep();
  const { asking, ask, close } = useAsking();
  const box = useRef<HTMLInputElement>(null);
  useViewKeys({
    '/': () => box.current?.focus(),
    n: () => void navigate({ to: '/moves/new' }),
  });
  const go = ({ move }: StatusCard, { id }: BoardColumn) => {
    const step = stepTo[id as MoveStatusCode];
    if (!step) return undefined;
    if (step === 'reject' || (step === 'approve' && move.status === 'pen' && move.conflicts > 0))
      return ask(step, move);
    return take(move.id, step, { undoable: comesBack(move.status) });
  };
  return (
    <Page title={m.move_board_title()} count={board.count} layout="fill">
      <MoveTabs current="board" keys={m.move_board_keys()} />
      <BoardFilters search={search} onSearch={onSearch} box={box} />
      {board.cut > 0 && (
        <p role="status" className={classes.notice}>
          {m.move_board_cut({ count: board.cut })}
        </p>
      )}
      {board.error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.moves_failed()}
          action={<Button onClick={board.retry}>{m.shell_try_again()}</Button>}
        >
          {board.error.message}
        </EmptyState>
      ) : (
        <Board
          label={m.move_board_title()}
          columns={board.columns}
          cards={board.cards}
          render={render}
          mayMove={({ move }, { id }) => mayGo(move, id as MoveStatusCode)}
          onMove={go}
          onOpen={({ move }) => void navigate({ to: '/moves/$requestId', params: { requestId: move.id } })}
          onMore={board.more}
          loading={board.loading}
          cardHeight={116}
        />
      )}
      {asking?.step === 'reject' && (
        <RejectDialog key={asking.move.id} move={asking.move} onClose={() => close(asking.move)} />
      )}
      {asking?.step === 'approve' && (
        <ApproveDialog key={asking.move.id} move={asking.move} onClose={() => close(asking.move)} />
      )}
    </Page>
  );
}
