import { createStore } from '#src/lib/store.ts';

export type Notice = {
  message: string;
  tone?: 'success' | 'danger' | 'info';
  /** Offers to take back what was done, for as long as the notice stands. */
  undo?: () => void;
};

/** Notices that wait to be drawn. */
export const waiting = createStore<readonly Notice[]>([]);

/**
 * Says in a corner that something was done or went wrong, with Undo where that is possible. The part that
 * draws it loads with the first notice.
 */
export function notify(notice: Notice): void {
  waiting.set([...waiting.get(), notice]);
}
