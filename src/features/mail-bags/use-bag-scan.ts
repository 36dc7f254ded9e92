import { useState } from 'react';
import * as m from '#messages';
import { resolveCode } from '#src/directory/mail-calls.ts';
import { numberOf } from '#src/directory/item-facts.ts';
import type { ScanOutcome } from '#src/ui/scan-box.tsx';
import type { BagWithItems } from './api.ts';
import { findInBag, isTagOf } from './bag.ts';
import { useBagChange } from './queries.ts';

type Actions = { onFound: (id: number) => void; onReceiveAll: () => void };

/** What a scan does: puts a parcel in, ticks one that is found; the bag's own tag receives all. */
export function useBagScan(
  bag: BagWithItems,
  { filling, receiving }: { filling: boolean; receiving: boolean },
  found: ReadonlySet<number>,
  { onFound, onReceiveAll }: Actions,
) {
  const { mutateAsync } = useBagChange();
  const [said, setSaid] = useState({ text: '', warning: false });
  const warn = (text: string): ScanOutcome => {
    setSaid({ text, warning: true });
    return 'exception';
  };
  const say = (text: string) => setSaid({ text, warning: false });

  const onScan = async (code: string): Promise<ScanOutcome> => {
    if (isTagOf(bag, code)) return receiving ? onReceiveAll() : warn(m.bags_scan_own_tag());
    const inside = findInBag(bag, code);
    if (receiving) {
      if (!inside) return warn(m.bags_scan_not_inside({ number: code }));
      onFound(inside.id);
      return say(m.bags_scan_found({ number: code, count: new Set([...found, inside.id]).size }));
    }
    if (!filling) return;
    if (inside) return warn(m.bags_scan_twice({ number: code }));
    try {
      const meant = await resolveCode(code);
      if (meant.kind !== 'item') return warn(m.mail_find_none({ number: code }));
      const now = await mutateAsync({ kind: 'put', id: bag.id, items: [meant.item.id] });
      say(m.bags_scan_added({ number: numberOf(meant.item), count: now.items.length }));
    } catch (error) {
      return warn((error as Error).message);
    }
  };
  return { said, onScan };
}
