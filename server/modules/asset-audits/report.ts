import type { AuditReport, UnknownTag } from '#contract/asset-audit-results.ts';
import type { AuditRow } from '#contract/asset-audits.ts';
import type { Cell } from '#contract/csv.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { renderAudit } from './audits.ts';
import { listRows, type RowFilter } from './difference-repository.ts';
import { readProgress } from './progress.ts';
import { auditFor } from './rights.ts';
import { sliceOfRows } from './report-repository.ts';
import { listTags } from './unknown-repository.ts';

const MOST = 5000;

/** Figures and lists of a campaign; of a closed one always the same. @throws 403, 404 */
export const showReport = (db: Database, caller: Caller, id: number): Promise<AuditReport> =>
  db.read(caller.organisation, async (tx) => {
    const { state } = await auditFor(tx, caller, id);
    const rows = (filter: RowFilter) => listRows(tx, id, { ...filter, limit: MOST, startAt: 0 });
    return {
      audit: await renderAudit(tx, caller, id),
      progress: await readProgress(tx, { id, state }, undefined),
      lists: {
        missing: await rows({ state: ['missing'] }),
        misplaced: await rows({ state: ['misplaced'] }),
        unexpected: await rows({ state: ['unexpected'] }),
        damaged: await rows({ damaged: true }),
        removed: await rows({ state: ['removed'] }),
        unknown: await listTags(tx, { auditId: [id], limit: MOST }, undefined),
      },
    };
  });

export const REPORT_HEAD = [
  'Asset',
  'Local id',
  'Serial number',
  'Model',
  'Type',
  'State',
  'Damaged',
  'Removed meanwhile',
  'Expected building',
  'Expected floor',
  'Expected space',
  'Owner',
  'Seen building',
  'Seen floor',
  'Seen space',
  'Seen at',
  'Seen by',
  'Corrected at',
  'Decision',
  'Reason',
  'Decided at',
  'Decided by',
] as const;
const timeOf = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());
const yes = (flag: boolean) => (flag ? 'yes' : '');
const placeCells = (room: AuditRow['expectedRoom']): Cell[] => [
  room?.building.name ?? '',
  room?.floor.name ?? '',
  room?.name ?? '',
];
function cellsOf({
  asset,
  state,
  damaged,
  removed,
  expectedRoom,
  owner,
  seen,
  placed,
  decision,
}: AuditRow): Cell[] {
  return [
    asset.name,
    asset.localUID ?? '',
    asset.serialNumber ?? '',
    asset.model,
    asset.type,
    state,
    yes(damaged),
    yes(removed),
    ...placeCells(expectedRoom),
    owner?.name ?? '',
    ...placeCells(seen?.room),
    timeOf(seen?.at),
    seen?.by.name ?? '',
    timeOf(placed?.at),
    decision?.decision ?? '',
    decision?.reason ?? '',
    timeOf(decision?.at),
    decision?.by.name ?? '',
  ];
}
function tagCells(tag: UnknownTag): Cell[] {
  const blank = Array.from({ length: 4 }, () => '');
  const seen = [...placeCells(tag.room), timeOf(tag.lastAt), tag.by.name];
  const decided = [tag.state, tag.reason ?? '', timeOf(tag.decidedAt), tag.decidedBy?.name ?? ''];
  return [tag.asset?.name ?? '', tag.tag, '', '', '', 'unknown', '', '', ...blank, ...seen, '', ...decided];
}

/** Every asset of a campaign and every unknown tag, a slice at a time. @throws 403, 404 */
export async function reportLines(db: Database, caller: Caller, id: number): Promise<AsyncIterable<Cell[]>> {
  await db.read(caller.organisation, (tx) => auditFor(tx, caller, id));
  return (async function* lines() {
    let last = 0;
    for (;;) {
      const from = last;
      const rows = await db.read(caller.organisation, (tx) => sliceOfRows(tx, id, from));
      for (const row of rows) yield cellsOf(row);
      const end = rows.at(-1);
      if (!end) break;
      last = end.asset.id;
    }
    const tags = await db.read(caller.organisation, (tx) => listTags(tx, { auditId: [id] }, undefined));
    for (const tag of tags) yield tagCells(tag);
  })();
}
