import type { MouseEvent, ReactNode } from 'react';
import type { Hand } from './board-model.ts';
import type { BoardCard, BoardColumn } from './board-types.ts';
import type { Selection } from './grid-selection.ts';

/** What columns and cards ask of the board; the same functions all the time. */
export type BoardHost = {
  onPress: (id: string, event: MouseEvent<HTMLElement>) => void;
  onFocus: (id: string) => void;
  onMenu: (id: string) => void;
  /** Closes the menu, and brings the focus back to the card. */
  onMenuClosed: () => void;
  /** Whether the focus is on its way to the card. It is told once. */
  claimFocus: (id: string) => boolean;
  /** What brings a card of a column into sight, by its number; undefined when the column leaves. */
  register: (columnId: string, reveal: ((index: number) => void) | undefined) => void;
  more: (column: BoardColumn) => void | Promise<unknown>;
  open: (id: string) => void;
  toggle: (id: string) => void;
  send: (id: string, columnId: string) => void;
};

/** What is the same for all cards of the board at a time. */
export type BoardState = {
  columns: readonly BoardColumn[];
  render: (card: BoardCard) => ReactNode;
  selected: Selection;
  saving: ReadonlyMap<string, string>;
  /** Ids of the cards in the hand. */
  lifted: Selection;
  openId: string | undefined;
  menu: { id: string; offer: Hand<BoardCard> } | undefined;
  /** A press may begin a drag. */
  draggable: boolean;
  movable: boolean;
  selectable: boolean;
  openable: boolean;
};
