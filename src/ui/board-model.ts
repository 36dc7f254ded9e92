import type { BoardCard, BoardColumn, BoardProps } from './board-types.ts';
import type { Selection } from './grid-selection.ts';

export type Place = { columnId: string; index: number };
export type Laid<C> = { column: BoardColumn; count: number; cards: readonly C[] };
export type BoardModel<C> = {
  columns: readonly Laid<C>[];
  cards: ReadonlyMap<string, C>;
  places: ReadonlyMap<string, Place>;
};
/** Columns by the ids of the cards that are on their way to them. */
export type Moves = ReadonlyMap<string, string>;

/** Puts each card into its column, those on their way into the one they go to. Cards of no column are left out. */
export function laidOut<C extends BoardCard>(
  columns: readonly BoardColumn[],
  given: readonly C[],
  moves: Moves,
): BoardModel<C> {
  const laid = new Map(
    columns.map((column) => [column.id, { column, count: column.count, cards: [] as C[] }]),
  );
  const cards = new Map<string, C>();
  const places = new Map<string, Place>();
  for (const card of given) {
    const columnId = moves.get(card.id) ?? card.columnId;
    const at = laid.get(columnId);
    if (!at) continue;
    if (columnId !== card.columnId) {
      at.count += 1;
      const before = laid.get(card.columnId);
      if (before) before.count -= 1;
    }
    cards.set(card.id, card);
    places.set(card.id, { columnId, index: at.cards.length });
    at.cards.push(card);
  }
  return { columns: [...laid.values()], cards, places };
}

export const columnOf = <C>(model: BoardModel<C>, id: string | undefined) =>
  model.columns.find(({ column }) => column.id === id);

/** Where the focus was; its card may be elsewhere by now, or gone. */
export type Active = Place & { id: string };

/** The card that the keys are for: the one wished for, else what stands in its place. `shownId`: the only column on the screen. */
export function settled<C extends BoardCard>(
  model: BoardModel<C>,
  wished: Active | undefined,
  shownId: string | undefined,
): string | undefined {
  const place = wished && model.places.get(wished.id);
  if (place && (shownId === undefined || place.columnId === shownId)) return wished.id;
  const cards = columnOf(model, shownId ?? wished?.columnId)?.cards ?? [];
  const index = wished && (shownId === undefined || wished.columnId === shownId) ? wished.index : 0;
  const near = cards[Math.min(index, cards.length - 1)];
  if (near || shownId !== undefined) return near?.id;
  return model.columns.find((laid) => laid.cards.length > 0)?.cards[0]?.id;
}

/** What has been picked up. */
export type Hand<C> = {
  card: C;
  /** The card alone, or all that are chosen when it is among them. */
  cards: readonly C[];
  by: 'pointer' | 'keys';
  /** Where it would be dropped now. */
  columnId: string | undefined;
  /** Sentences by the columns that take none of it. */
  refused: ReadonlyMap<string, string>;
};

type Options<C extends BoardCard> = {
  selected: Selection;
  saving: Moves;
  mayMove?: BoardProps<C>['mayMove'];
};

/** Those of the hand that are not in the column yet, as they are by now; what is gone is left out. */
export const movers = <C extends BoardCard>(
  model: BoardModel<C>,
  cards: readonly C[],
  columnId: string,
): C[] =>
  cards.flatMap(({ id }) => (model.places.get(id)?.columnId === columnId ? [] : (model.cards.get(id) ?? [])));

/** Several cards go together or not at all: a column that refuses one of them refuses the hand. */
export function pickedUp<C extends BoardCard>(
  model: BoardModel<C>,
  card: C,
  by: Hand<C>['by'],
  { selected, saving, mayMove }: Options<C>,
): Hand<C> {
  const chosen = [...selected].flatMap((id) => (saving.has(id) ? [] : (model.cards.get(id) ?? [])));
  const cards = selected.has(card.id) && chosen.length > 1 ? chosen : [card];
  const refused = new Map<string, string>();
  for (const { column } of model.columns)
    for (const mover of movers(model, cards, column.id)) {
      const answer = mayMove?.(mover, column) ?? true;
      if (answer === true) continue;
      refused.set(column.id, answer);
      break;
    }
  return { card, cards, by, columnId: model.places.get(card.id)?.columnId, refused };
}
