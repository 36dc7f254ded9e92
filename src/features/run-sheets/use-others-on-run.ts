import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import type { MailItem } from '#contract/mail.ts';
import { numberOf, recipientOf } from '#src/directory/item-facts.ts';
import { useDepartures } from '#src/lib/use-departures.ts';
import { departuresOf, remainingOf } from './run.ts';

const LATEST = 3;
const nameOf = (item: MailItem) => recipientOf(item)?.name ?? item.recipientName ?? numberOf(item);

/** Says what others took off the round while it is open. It simply is not there any more: no error. */
export function useOthersOnRun(sheet: RunSheet) {
  const own = useRef(new Set<number>());
  const [said, setSaid] = useState<readonly string[]>([]);
  const rows = useMemo(() => remainingOf(sheet), [sheet]);
  useDepartures(sheet.route.id, rows, (gone) => {
    const { delivered, moved } = departuresOf(sheet, gone, own.current);
    const words = [
      ...delivered.map((item) => m.runs_gone_delivered({ name: nameOf(item), number: numberOf(item) })),
      ...moved.map((item) => m.runs_gone_moved({ name: nameOf(item), number: numberOf(item) })),
    ];
    if (words.length > 0) setSaid((before) => [...words, ...before].slice(0, LATEST));
  });
  return {
    said,
    /** These leave by what is done here. */
    expect: (items: readonly MailItem[]) => items.forEach(({ id }) => own.current.add(id)),
    /** They do not after all. */
    forget: (items: readonly MailItem[]) => items.forEach(({ id }) => own.current.delete(id)),
  };
}
