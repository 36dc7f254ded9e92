import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import classes from './board.module.css';
import type { Laid } from './board-model.ts';
import type { BoardCard } from './board-types.ts';
import { TabLine } from './tab-line.tsx';

type Props = {
  columns: readonly Laid<BoardCard>[];
  shownId: string;
  /** Where the keys would drop what they hold. */
  overId: string | undefined;
  show: (columnId: string) => void;
};

/** Which column a narrow screen shows. */
export function BoardTabs({ columns, shownId, overId, show }: Props) {
  return (
    <TabLine label={m.board_columns()} current={overId ?? shownId}>
      {columns.map(({ column: { id, title, icon: Icon, tone }, count }) => (
        <button
          key={id}
          type="button"
          aria-current={id === shownId ? 'page' : undefined}
          aria-label={m.board_column({ title, count })}
          data-over={id === overId || undefined}
          onClick={() => show(id)}
        >
          {Icon && (
            <span className={classes.tabIcon} data-tone={tone}>
              <Icon size={16} />
            </span>
          )}
          <bdi>{title}</bdi>
          <span className={classes.count}>{formatNumber(count)}</span>
        </button>
      ))}
    </TabLine>
  );
}
