import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acknowledge,
  addScan,
  changeRow,
  type Draft,
  emptyDraft,
  mustBeSeen,
  readyRows,
  refuse,
  removeRow,
  restick,
  startSending,
} from './draft.ts';
import { anna, item, layla } from '#src/directory/test-desk.ts';

const scanned = (...numbers: string[]) =>
  numbers.reduce((draft, number, at) => addScan(draft, { key: `k${at}`, number, scannedAt: at }), emptyDraft);

test('one number is one row, whatever its blanks, dashes and capitals', () => {
  expect(scanned('1z-99 9', '1Z999', '1Z998').rows.map(({ number }) => number)).toEqual(['1z-99 9', '1Z998']);
});
test('another recipient has notes of their own to be seen', () => {
  const first = changeRow(scanned('A-1'), 'k0', { recipient: layla });
  const seen = changeRow(first, 'k0', { alertsSeen: true });
  expect(changeRow(seen, 'k0', { recipient: layla }).rows[0]?.alertsSeen).toBeUndefined();
  expect(changeRow(seen, 'k0', { sender: 'x' }).rows[0]?.alertsSeen).toBe(true);
});
test('standing notes are seen once for all parcels of a person, or at each where one of them asks for it', () => {
  const unseen = (recipient: typeof layla) => {
    const both = ['k0', 'k1'].reduce(
      (draft, key) => changeRow(draft, key, { recipient }),
      scanned('A-1', 'A-2', 'A-3'),
    );
    const other = changeRow(both, 'k2', { recipient: { ...recipient, id: 999 } });
    const seen = changeRow(other, 'k0', { alertsSeen: true });
    return seen.rows.filter((row) => mustBeSeen(seen, row)).map(({ key }) => key);
  };
  expect(unseen(layla)).toEqual(['k2']);
  expect(unseen({ ...layla, alertEachTime: true })).toEqual(['k1', 'k2']);
  expect(unseen(anna)).toEqual([]);
});
test('emptied fields and choices are gone, not blank', () => {
  const draft = restick(restick(emptyDraft, { sender: 'x', locationId: 3 }), {
    sender: '',
    locationId: undefined,
  });
  expect(draft.sticky).toEqual({});
  expect(
    changeRow(changeRow(scanned('A-1'), 'k0', { recipient: anna }), 'k0', { recipient: undefined }).rows[0],
  ).not.toHaveProperty('recipient');
});
test('a refusal without an element marks no row', () => {
  const draft = refuse(startSending(scanned('A-1', 'A-2'), 'key'), 'center', 'no');
  expect(draft.rows.some(({ problem }) => problem)).toBe(false);
  expect(draft.sending).toBeUndefined();
});

// Whatever a clerk does while batches go out and come back, every scan ends up in exactly one of: acknowledged,
// removed by hand, or still in the list; and a batch never changes once it is on its way.
const act = fc.oneof(
  fc.record({ kind: fc.constant('scan' as const), number: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('edit' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constantFrom('send' as const, 'lost' as const) }),
  fc.record({ kind: fc.constant('accept' as const), duplicates: fc.boolean() }),
  fc.record({ kind: fc.constant('refuse' as const), at: fc.nat(20) }),
);
test('property: no scan is lost and none is sent twice', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      let draft: Draft = emptyDraft;
      let serial = 0;
      const acknowledged = new Set<string>();
      const removed = new Set<string>();
      const all = new Set<string>();
      for (const one of acts) {
        const batch = draft.sending && JSON.stringify(draft.sending);
        const loose = draft.rows.filter((row) => !draft.sending?.rowKeys.includes(row.key));
        if (one.kind === 'scan') {
          const key = `k${(serial += 1)}`;
          draft = addScan(draft, { key, number: `NUMBER-${one.number}`, scannedAt: serial });
          if (draft.rows.some((row) => row.key === key)) all.add(key);
        } else if (one.kind === 'send') {
          draft = startSending(draft, `batch${(serial += 1)}`);
          if (batch) expect(JSON.stringify(draft.sending)).toBe(batch);
        } else if (one.kind === 'accept' && draft.sending) {
          const { rowKeys } = draft.sending;
          for (const key of rowKeys) expect(acknowledged.has(key)).toBe(false);
          if (!one.duplicates) for (const key of rowKeys) acknowledged.add(key);
          draft = acknowledge(
            draft,
            rowKeys.map((_key, at) => item(at + 1, one.duplicates ? { duplicate: true } : {})),
          );
        } else if (one.kind === 'refuse' && draft.sending) {
          draft = refuse(draft, `[${one.at}].toUser`, 'no');
        } else if (one.kind === 'remove' && loose[one.at]) {
          removed.add(loose[one.at]!.key);
          draft = removeRow(draft, loose[one.at]!.key);
        } else if (one.kind === 'edit' && loose[one.at])
          draft = changeRow(draft, loose[one.at]!.key, { sender: 'x' });
      }
      const left = new Set(draft.rows.map(({ key }) => key));
      for (const key of all)
        expect([acknowledged, removed, left].filter((place) => place.has(key))).toHaveLength(1);
      for (const row of readyRows(draft)) expect(draft.sending?.rowKeys ?? []).not.toContain(row.key);
    }),
  );
});
