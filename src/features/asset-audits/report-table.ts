import type { AuditReport, AuditRow } from '#contract/asset-audits.ts';
import { labelCodeOf } from '#contract/assets.ts';
import * as m from '#messages';
import type { CsvTable } from '#src/lib/csv-download.ts';
import { formatIso } from '#src/lib/dates.ts';
import { differenceLooks, rowLooks } from './words.ts';

type Lists = AuditReport['lists'];
export const rowLists = ['missing', 'misplaced', 'unexpected', 'damaged', 'removed'] as const;
export const listLabel = (list: keyof Lists): string =>
  list === 'removed' ? rowLooks.removed.label() : differenceLooks[list].label();

/** What was decided, in words; '' when nobody has. */
export const decisionWords = ({ decision, placed }: AuditRow): string =>
  decision
    ? decision.decision === 'accepted'
      ? m.audits_accepted_by({ name: decision.by.name })
      : m.audits_rejected_by({ name: decision.by.name, reason: decision.reason ?? '' })
    : placed
      ? m.audits_put_right({ name: placed.by.name })
      : '';

/** All that was not as expected, one row each. */
export function reportTable({ lists }: AuditReport): CsvTable {
  const rows = rowLists.flatMap((list) =>
    lists[list].map((row) => [
      listLabel(list),
      row.asset.name,
      labelCodeOf(row.asset),
      row.asset.serialNumber ?? '',
      row.asset.model,
      row.asset.type,
      row.expectedRoom?.building.name ?? '',
      row.expectedRoom?.floor.name ?? '',
      row.expectedRoom?.name ?? '',
      row.owner?.name ?? '',
      row.seen?.room.building.name ?? '',
      row.seen?.room.floor.name ?? '',
      row.seen?.room.name ?? '',
      row.seen ? formatIso(row.seen.at) : '',
      row.seen?.by.name ?? '',
      decisionWords(row),
    ]),
  );
  const tags = lists.unknown.map((tag) => [
    listLabel('unknown'),
    tag.asset?.name ?? '',
    tag.tag,
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    tag.room.building.name,
    tag.room.floor.name,
    tag.room.name,
    formatIso(tag.lastAt),
    tag.by.name,
    [tag.note, tag.reason].filter(Boolean).join(' · '),
  ]);
  return {
    head: [
      m.audits_kind(),
      m.audits_asset(),
      m.audits_tag(),
      m.audits_serial(),
      m.audits_model(),
      m.audits_type(),
      m.audits_expected_building(),
      m.audits_expected_floor(),
      m.audits_expected_space(),
      m.audits_owner(),
      m.audits_seen_building(),
      m.audits_seen_floor(),
      m.audits_seen_space(),
      m.audits_seen_when(),
      m.audits_seen_whom(),
      m.audits_decision(),
    ],
    rows: [...rows, ...tags],
  };
}
