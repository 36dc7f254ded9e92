import type { Cell } from '#contract/csv.ts';
import type { Leave, LeaveQuery } from '#contract/leaves.ts';
import { MAX_PAGE } from '#contract/wire.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { listLeaves } from './read-repository.ts';

export const tableHead = [
  'Number',
  'Person',
  'E-mail',
  'Type',
  'From',
  'Until',
  'From noon',
  'Until noon',
  'Days',
  'Status',
  'Stands in',
  'Decided by',
  'Note',
  'Comment',
];
const rowOf = (leave: Leave): Cell[] => [
  leave.id,
  leave.user.name,
  leave.user.email,
  leave.type.name,
  leave.startDate,
  leave.endDate,
  leave.startsAtNoon ? 'yes' : '',
  leave.endsAtNoon ? 'yes' : '',
  leave.days,
  leave.status,
  leave.delegate?.name ?? '',
  leave.decidedBy?.name ?? '',
  leave.note,
  leave.comment,
];

/** The leaves that the list shows, all pages, as rows. */
export async function* leaveTable(db: Database, caller: Caller, query: LeaveQuery): AsyncGenerator<Cell[]> {
  for (let startAt = 0; ; startAt += MAX_PAGE) {
    const page = { ...query, startAt, limit: MAX_PAGE };
    const json = await db.read(caller.organisation, (tx) => listLeaves(tx, page, caller));
    const leaves = JSON.parse(json) as Leave[];
    yield* leaves.map(rowOf);
    if (leaves.length < MAX_PAGE) return;
  }
}
