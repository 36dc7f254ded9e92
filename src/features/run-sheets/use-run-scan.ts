import { useState } from 'react';
import * as m from '#messages';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import { states } from '#src/directory/item-facts.ts';
import { resolveCode } from '#src/directory/mail-calls.ts';
import { formatMoment, formatTime } from '#src/lib/dates.ts';
import type { ScanOutcome } from '#src/ui/scan-box.tsx';
import { findOnRun, remainingOf } from './run.ts';

type Said = { text: string; warning: boolean };

const show = (selector: string) =>
  requestAnimationFrame(() => document.querySelector(selector)?.scrollIntoView({ block: 'center' }));

/**
 * What a scan does on a round: a parcel is ticked, a person's code ticks all that is theirs, a stop's comes
 * into view. Of anything else it is said what it is.
 */
export function useRunScan(
  sheet: RunSheet,
  ticked: ReadonlySet<number>,
  onTick: (ids: readonly number[]) => void,
) {
  const [said, setSaid] = useState<Said>();
  const warn = (text: string): ScanOutcome => {
    setSaid({ text, warning: true });
    return 'exception';
  };
  const tick = (ids: readonly number[]) => {
    onTick(ids);
    show(`[data-parcel="${ids[0]}"]`);
    setSaid({ text: m.runs_scan_ticked({ count: new Set([...ticked, ...ids]).size }), warning: false });
  };

  const onScan = async (code: string): Promise<ScanOutcome> => {
    const found = findOnRun(sheet, code);
    if (found?.delivered) {
      const at = found.item.statuses.at(-1)?.dateCreated ?? found.item.dateUpdated;
      return warn(m.runs_scan_delivered({ number: code, time: formatTime(at) }));
    }
    if (found) return tick([found.item.id]);
    try {
      const meant = await resolveCode(code);
      if (meant.kind === 'stop') {
        const here = sheet.stops.some(({ stop }) => stop?.id === meant.stop.id);
        if (!here) return warn(m.runs_scan_stop_elsewhere({ stop: meant.stop.name }));
        show(`[data-stop="${meant.stop.id}"]`);
        return setSaid({ text: meant.stop.name, warning: false });
      }
      if (meant.kind === 'person') {
        const theirs = new Set(meant.items.map(({ id }) => id));
        const here = remainingOf(sheet).filter(({ id }) => theirs.has(id));
        if (here.length === 0) return warn(m.runs_scan_person_none({ name: meant.person.name }));
        return tick(here.map(({ id }) => id));
      }
      if (meant.kind === 'item') {
        const { route, currentQueue, dateUpdated } = meant.item;
        if (currentQueue === 'OUT')
          return warn(m.runs_scan_delivered({ number: code, time: formatMoment(dateUpdated) }));
        if (!route) return warn(m.runs_scan_no_route({ number: code }));
        return warn(
          route.id === sheet.route.id
            ? m.runs_scan_not_now({ number: code, state: states[currentQueue].label() })
            : m.runs_scan_other_route({ number: code, route: route.name }),
        );
      }
      return warn(m.runs_scan_unknown({ number: code }));
    } catch (error) {
      return warn((error as Error).message);
    }
  };
  return { said, onScan };
}
