import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useMemo, useState } from 'react';
import * as m from '#messages';
import type { MoveItemChange } from '#contract/move-effect.ts';
import type { MoveItem, MoveRequest } from '#contract/moves.ts';
import { towards } from '#src/lib/language.ts';
import { kindOf } from '#src/directory/move-kinds.ts';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { WarningIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { MoveIcon } from '#src/ui/move-icons.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { alsoWords } from './change-words.ts';
import { ConflictList } from './conflict-list.tsx';
import { ItemPanel } from './item-panel.tsx';
import { kindIcons } from './mover-columns.tsx';
import classes from './move.module.css';
import { previewOptions } from './queries.ts';

export type ItemRow = { item: MoveItem; change: MoveItemChange | undefined; conflict: boolean };
const ROW = 36;
const CARD = 84;

const Clip = ({ text, dim = false }: { text: string; dim?: boolean }) => (
  <bdi className={classes.clip} data-dim={dim || undefined} title={text}>
    {text}
  </bdi>
);
type Place = { name: string; floor: { name: string; building: { name: string } } };
const placeWords = (place: Place | null | undefined) =>
  place ? [place.name, place.floor.name, place.floor.building.name].join(' · ') : '';
/** Where somebody was or is, and where they go; of what has taken effect, as it was. */
const fromOf = ({ item, change }: ItemRow) => placeWords(change?.space ? change.space.before : item.fromRoom);
function toOf({ item }: ItemRow) {
  if (kindOf(item.type) === 'terminate') return m.moves_leaves();
  return placeWords(item.toRoom) || m.moves_to_open();
}
function Who({ row }: { row: ItemRow }) {
  const Icon = kindIcons[kindOf(row.item.type)];
  return (
    <span className={classes.who}>
      {row.conflict ? (
        <WarningIcon size={16} aria-hidden={false} aria-label={m.moves_conflict()} role="img" />
      ) : (
        <Icon size={16} />
      )}
      <Clip text={row.item.name} />
    </span>
  );
}

const columns = (): GridColumn<ItemRow>[] => [
  { id: 'who', header: m.moves_who(), width: 170, grow: 1.2, cell: (row) => <Who row={row} /> },
  {
    id: 'type',
    header: m.moves_type(),
    width: 130,
    grow: 0.6,
    cell: ({ item }) => <Clip dim text={item.type.name} />,
  },
  { id: 'from', header: m.moves_from(), width: 130, cell: (row) => <Clip text={fromOf(row)} /> },
  { id: 'to', header: m.moves_to(), width: 130, cell: (row) => <Clip text={toOf(row)} /> },
  {
    id: 'also',
    header: m.moves_also(),
    width: 170,
    grow: 1.2,
    cell: ({ change }) => <Clip dim text={change ? alsoWords(change) : ''} />,
  },
];
const card = (row: ItemRow) => (
  <>
    <Who row={row} />
    <span className={classes.who}>
      <Clip dim text={fromOf(row)} />
      <span aria-hidden="true">{towards()}</span>
      <Clip text={toOf(row)} />
    </span>
    <Clip dim text={row.change ? alsoWords(row.change) : row.item.type.name} />
  </>
);

/** Who moves, and exactly what that will change; afterwards, exactly what it did. */
export function MoveChanges({ move }: { move: MoveRequest }) {
  const { data: preview, error, refetch } = useQuery(previewOptions(move.id));
  const [open, setOpen] = useState<number>();
  const grid = useMemo(() => columns(), []);
  const rows = useMemo((): ItemRow[] => {
    const changes = new Map(preview?.items.map((change) => [change.id, change]));
    const marked = new Set(preview?.conflicts.map(({ item }) => item));
    return move.items.map((item, n) => ({ item, change: changes.get(item.id), conflict: marked.has(n) }));
  }, [move.items, preview]);
  const chosen = rows.find(({ item }) => item.id === open);
  const done = move.effectedAt !== undefined;
  const editable = move.allowed?.includes('edit') ?? false;
  return (
    <section className={classes.section} aria-label={done ? m.moves_changed() : m.moves_will_change()}>
      <h2 className={classes.heading}>
        {done ? m.moves_changed() : m.moves_will_change()} <span>{move.items.length}</span>
      </h2>
      {!done && preview && (
        <ConflictList
          conflicts={preview.conflicts}
          names={move.items.map(({ name }) => name)}
          request={editable ? move.id : false}
        />
      )}
      {error && !preview && (
        <Alert color="red" role="alert" title={m.moves_preview_failed()}>
          {error.message}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
            {m.shell_try_again()}
          </Button>
        </Alert>
      )}
      {!preview && !error && <Skeleton height={24} aria-label={m.shell_loading()} />}
      {rows.length === 0 ? (
        <EmptyState
          icon={<MoveIcon size={22} />}
          title={m.moves_nobody_yet()}
          action={
            editable && (
              <LinkButton to="/moves/new" search={{ step: 'who', request: move.id }}>
                {m.moves_step_who()}
              </LinkButton>
            )
          }
        />
      ) : (
        <div
          className={classes.grid}
          data-open={chosen ? true : undefined}
          style={
            {
              '--rows': `${rows.length * ROW + ROW + 2}px`,
              '--cards': `${rows.length * CARD + 2}px`,
            } as CSSProperties
          }
        >
          <SplitView
            panel={
              chosen && (
                <ItemPanel
                  key={chosen.item.id}
                  row={chosen}
                  done={done}
                  editable={editable}
                  choices={preview?.choices.filter(({ item }) => item === chosen.item.id) ?? []}
                  onClose={() => setOpen(undefined)}
                />
              )
            }
          >
            <DataGrid
              label={m.moves_items()}
              rows={rows}
              columns={grid}
              card={card}
              cardHeight={CARD}
              rowId={({ item }) => String(item.id)}
              rowLabel={({ item }) => item.name}
              onOpen={({ item }) => setOpen(item.id)}
              currentId={open === undefined ? undefined : String(open)}
            />
          </SplitView>
        </div>
      )}
    </section>
  );
}
