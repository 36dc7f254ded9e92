import type { ComponentType, ReactNode } from 'react';
import type { Selection } from './grid-selection.ts';
import type { IconProps } from './icons.tsx';
import type { Tone } from './status-badge.tsx';

/** Keep the objects stable between renders: only what changes is drawn anew. */
export type BoardColumn = {
  id: string;
  title: string;
  /** All it has at the server; more than the cards given when they come in parts. */
  count: number;
  icon?: ComponentType<IconProps> | undefined;
  tone?: Tone | undefined;
  /** What stands in it when it has no card. */
  empty?: string | undefined;
};

export type BoardCard = {
  id: string;
  columnId: string;
  /** What it is called where it cannot be seen. */
  name: string;
};

type Answer = void | Promise<unknown>;

export type BoardProps<C extends BoardCard> = {
  /** What it shows, for screen readers. */
  label: string;
  columns: readonly BoardColumn[];
  /** In the order they have within their columns. */
  cards: readonly C[];
  /** What stands on a card: nothing that takes the focus. Give the same function each time. */
  render: (card: C) => ReactNode;
  /** True, or the sentence that says why not. Asked for each column when a card is picked up. */
  mayMove?: ((card: C, column: BoardColumn) => true | string) | undefined;
  /**
   * Without it the board is for reading. A promise keeps the card in its new column until it settles, which
   * should be when the cards given tell so themselves. When it fails the card goes back, and a notice says why.
   * Of several that are moved together each is told by itself.
   */
  onMove?: ((card: C, column: BoardColumn) => Answer) | undefined;
  /** Ids of the chosen cards, and what takes another choice. */
  selected?: Selection | undefined;
  onSelect?: ((selected: Set<string>) => void) | undefined;
  onOpen?: ((card: C) => void) | undefined;
  /** The card whose details are open beside the board. */
  openId?: string | undefined;
  /** Asked once for each number of cards, when the reader comes near the last; a promise that fails is offered again. */
  onMore?: ((column: BoardColumn) => Answer) | undefined;
  /** First load: bones instead of cards. */
  loading?: boolean | undefined;
  /** The column that a narrow screen shows, where the view remembers it. */
  shownId?: string | undefined;
  onShow?: ((columnId: string) => void) | undefined;
  /** Pixels that most cards are high (84); each is measured once it is drawn. */
  cardHeight?: number | undefined;
};
