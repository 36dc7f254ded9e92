import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { AuditRow, ScanAnswer } from '#contract/asset-audits.ts';
import { useMe } from '#src/directory/me.ts';
import { serverReachable, sessionExpired } from '#src/lib/connection.ts';
import { signal } from '#src/lib/feedback.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { useStore } from '#src/lib/store.ts';
import { notify } from '#src/ui/notify.ts';
import { chooseFor, type ScanChoice, sendScan } from './api.ts';
import { spaceRowsOptions } from './queries.ts';
import {
  addRow,
  answered,
  failed,
  onItsWay,
  removeRow,
  retold,
  sendAgain,
  unsent,
  type WalkRow,
} from './walk-list.ts';
import { walkStore } from './walk-store.ts';

type Named = { id: number; name: string };
const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * The sightings of a walk, in a campaign or in none (undefined): a row at once, then what the server makes of it. What
 * did not arrive stays and goes again by itself when the way to the server is open.
 */
export function useWalk(audit: number | undefined) {
  const store = walkStore(useMe().id, audit);
  const rows = useStore(store);
  const client = useQueryClient();
  /** The row that was scanned once more, and how often. */
  const [again, setAgain] = useState({ key: '', times: 0 });
  const flash = (key: string) =>
    setAgain((before) => ({ key, times: before.key === key ? before.times + 1 : 1 }));

  const hear = (answer: ScanAnswer) => {
    if (audit === undefined || !answer.asset) return;
    const { queryKey } = spaceRowsOptions(audit, answer.room.id);
    client.setQueryData<AuditRow[]>(queryKey, (before) => before?.map((row) => seenNow(row, answer)));
  };
  const send = async ({ key, code, asset, room, at }: WalkRow) => {
    const what = asset ? { assetId: asset.id } : { code };
    try {
      const answer = await sendScan(audit, { ...what, roomId: room.id, at }, key);
      const twin = store.get().find((row) => row.key !== key && row.answer?.id === answer.id);
      store.set(answered(store.get(), key, answer));
      if (twin) flash(twin.key);
      if (!asset && (twin || answer.result !== 'expected-here')) signal('exception');
      hear(answer);
    } catch (error) {
      store.set(failed(store.get(), key, words(error)));
      signal('exception');
    }
  };
  const begin = (row: Pick<WalkRow, 'code' | 'room' | 'asset'>) => {
    const fresh = { ...row, key: randomKey(), at: Date.now() };
    store.set(addRow(store.get(), fresh));
    void send({ ...fresh, state: 'sending' });
  };

  const sendAll = () => {
    // The oldest first, as they were seen.
    for (const row of unsent(store.get()).toReversed()) {
      store.set(sendAgain(store.get(), row.key));
      void send(row);
    }
  };
  const resume = useEffectEvent(() => {
    if (serverReachable.get() && !sessionExpired.get()) sendAll();
  });
  useEffect(() => {
    // What a reload interrupted.
    const timer = setTimeout(() => resume());
    const stops = [serverReachable, sessionExpired].map((one) => one.subscribe(() => resume()));
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, []);

  return {
    rows,
    again,
    /** @returns whether it is a new row */
    scan(code: string, room: Named): boolean {
      const twin = onItsWay(store.get(), code, room.id);
      if (twin) flash(twin.key);
      else begin({ code, room });
      return !twin;
    },
    /** Seen without scanning: its label cannot be read. */
    tick: (asset: Named & { code: string }, room: Named) =>
      begin({ code: asset.code, asset: { id: asset.id, name: asset.name }, room }),
    retry(row: WalkRow) {
      store.set(sendAgain(store.get(), row.key));
      void send(row);
    },
    sendAll,
    remove: (key: string) => store.set(removeRow(store.get(), key)),
    clear: () => store.set(store.get().filter(({ state }) => state !== 'done')),
    /** Resolves once it is done, or said that it is not. */
    async choose({ key, answer }: WalkRow, choice: ScanChoice): Promise<void> {
      if (!answer) return;
      try {
        store.set(retold(store.get(), key, await chooseFor(answer.id, choice)));
      } catch (error) {
        signal('exception');
        notify({ message: words(error), tone: 'danger' });
      }
    },
    /** Says that it is damaged: another sighting of the same asset, under its row. */
    async damaged({ key, answer, room }: WalkRow): Promise<void> {
      if (!answer?.asset) return;
      const scan = {
        assetId: answer.asset.id,
        roomId: room.id,
        at: Date.now(),
        condition: 'damaged',
      } as const;
      try {
        const told = await sendScan(audit, scan, randomKey());
        store.set(retold(store.get(), key, { ...answer, damaged: told.damaged }));
      } catch (error) {
        notify({ message: words(error), tone: 'danger' });
      }
    },
  };
}
export type Walk = ReturnType<typeof useWalk>;

/** A row of the space after this answer, before the server has been asked again. */
function seenNow(row: AuditRow, { asset, room, at, by }: ScanAnswer): AuditRow {
  const { expectedRoom } = row;
  if (row.asset.id !== asset?.id || !expectedRoom || expectedRoom.id !== room.id) return row;
  return { ...row, state: 'found', seen: { at, by, room: expectedRoom } };
}
