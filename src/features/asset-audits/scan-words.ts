import type { ScanAnswer } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { formatMoment } from '#src/lib/dates.ts';
import { placeWords, resultLooks } from './words.ts';

/** What there is to know of a sighting, a sentence each. */
export function detailsOf(answer: ScanAnswer): string[] {
  const { result, expectedRoom, owner, seen, moved, removed, unknownTag, room } = answer;
  const lines: (string | false | undefined)[] = [
    result === 'elsewhere' && expectedRoom && m.audits_belongs({ place: placeWords(expectedRoom) }),
    result === 'elsewhere' && !expectedRoom && m.audits_belongs_nowhere(),
    result === 'not-in-scope' && expectedRoom && m.audits_registered({ place: placeWords(expectedRoom) }),
    owner && m.audits_held_by({ name: owner.name }),
    result === 'already-seen' &&
      seen &&
      m.audits_seen_by({ name: seen.by.name, time: formatMoment(seen.at), place: seen.room.name }),
    moved && m.audits_moved({ place: moved.room?.name ?? moved.owner?.name ?? m.assets_nowhere() }),
    removed && m.audits_was_removed(),
    unknownTag && unknownTag.scans > 1 && m.audits_unknown_again({ count: unknownTag.scans }),
    unknownTag && m.audits_unknown_text({ place: room.name }),
  ];
  return lines.filter((line): line is string => typeof line === 'string');
}

/** The whole of it, to be read out. */
export const saidOf = (answer: ScanAnswer): string =>
  [answer.asset?.name ?? answer.code, resultLooks[answer.result].label(), ...detailsOf(answer)].join('. ');
