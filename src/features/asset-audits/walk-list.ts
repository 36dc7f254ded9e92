import type { ScanAnswer } from '#contract/asset-audits.ts';

type Named = { id: number; name: string };
/**
 * One sighting on this device. It is there from the moment of the scan, whether the server has heard of it or not;
 * under its key it is sent until the server has.
 */
export type WalkRow = {
  key: string;
  /** As it was read; of what was ticked by hand, what would have been. */
  code: string;
  /** Ticked by hand. */
  asset?: Named;
  room: Named;
  /** Epoch ms. */
  at: number;
  state: 'sending' | 'failed' | 'done';
  answer?: ScanAnswer;
  /** Why the server does not have it. */
  problem?: string;
};
/** The newest first. */
export type WalkList = readonly WalkRow[];

/** As many of those that are done stay to be looked at. */
const KEPT = 100;

export function addRow(list: WalkList, row: Omit<WalkRow, 'state'>): WalkList {
  let done = 0;
  const kept = list.filter(({ state }) => state !== 'done' || ++done < KEPT);
  return [{ ...row, state: 'sending' }, ...kept];
}
export const removeRow = (list: WalkList, key: string): WalkList => list.filter((row) => row.key !== key);

const change = (list: WalkList, key: string, to: Partial<WalkRow>): WalkList =>
  list.map((row) => (row.key === key ? { ...row, ...to } : row));
export function sendAgain(list: WalkList, key: string): WalkList {
  return list.map((row) => {
    if (row.key !== key) return row;
    const { problem: _problem, ...rest } = row;
    return { ...rest, state: 'sending' };
  });
}
export const failed = (list: WalkList, key: string, problem: string): WalkList =>
  change(list, key, { state: 'failed', problem });
/** What the server made of it. The same sighting told twice is one row. */
export function answered(list: WalkList, key: string, answer: ScanAnswer): WalkList {
  const twin = list.some((row) => row.key !== key && row.answer?.id === answer.id);
  return twin ? removeRow(list, key) : change(list, key, { state: 'done', answer });
}
/** The server says more of what it has answered before. */
export const retold = (list: WalkList, key: string, answer: ScanAnswer): WalkList =>
  change(list, key, { answer });

/** The row of this code that is still on its way; a scanner that reads twice means one sighting. */
export const onItsWay = (list: WalkList, code: string, roomId: number) =>
  list.find((row) => row.state === 'sending' && row.room.id === roomId && row.code === code);
/** Those that the server does not have. */
export const unsent = (list: WalkList): WalkList => list.filter(({ state }) => state === 'failed');
/** The assets that were seen in the space on this walk, those too that are only on their way to the server. */
export const seenIn = (list: WalkList, roomId: number): ReadonlySet<number> =>
  new Set(
    list.flatMap(({ room, state, asset, answer }) => {
      const id = answer?.asset?.id ?? asset?.id;
      return room.id === roomId && state !== 'failed' && id !== undefined ? [id] : [];
    }),
  );

/** Nobody knows whether what was on its way when the page went has arrived: it is sent again, under its key. */
export const afterReload = (list: WalkList): WalkList =>
  list.map((row) => (row.state === 'sending' ? { ...row, state: 'failed' } : row));
