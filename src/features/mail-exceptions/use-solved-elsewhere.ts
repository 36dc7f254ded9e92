import { useRef, useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useDepartures } from '#src/lib/use-departures.ts';

/** Says when others take exceptions out of the list that is on screen. `list` names it. */
export function useSolvedElsewhere(list: string, rows: readonly MailItem[] | undefined, hasMore: boolean) {
  const own = useRef(new Set<number>());
  const [said, setSaid] = useState({ list, count: 0 });
  const count = said.list === list ? said.count : 0;
  useDepartures(list, rows, (gone) => {
    // New ones on top push the last behind what is loaded: those are still there.
    const last = hasMore ? (rows?.at(-1)?.id ?? 0) : 0;
    const others = gone.filter(({ id }) => !own.current.has(id) && id > last);
    if (others.length > 0) setSaid({ list, count: count + others.length });
  });
  return {
    said: count > 0 ? m.exceptions_elsewhere({ count }) : undefined,
    /** These leave by what is done here. */
    expect: (ids: readonly number[]) => ids.forEach((id) => own.current.add(id)),
  };
}
