import type { AuditFigures, AuditProgress, SpaceProgress } from '#contract/asset-audits.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { auditorsOfFloors, countSpaces, writeDone, type SpaceFigures } from './progress-repository.ts';
import { auditFor, demandState } from './rights.ts';
import { readSpace, visitSpace } from './scan-repository.ts';

type Visits = AuditProgress['visits'];
const noFigures = (): AuditFigures => ({
  expected: 0,
  found: 0,
  misplaced: 0,
  missing: 0,
  pending: 0,
  removed: 0,
  unexpected: 0,
  unknown: 0,
});
const noVisits = (): Visits => ({ toVisit: 0, visited: 0, done: 0 });

function add(sum: AuditFigures, figures: AuditFigures) {
  for (const name of Object.keys(sum) as (keyof AuditFigures)[]) sum[name] += figures[name];
}
function visit(sum: Visits, { visited, doneAt, figures }: SpaceFigures) {
  if (figures.expected > 0) sum.toVisit += 1;
  if (visited || doneAt !== null) sum.visited += 1;
  if (doneAt !== null) sum.done += 1;
}
function stateOf({ visited, doneAt, figures }: SpaceFigures): SpaceProgress['state'] {
  if (doneAt !== null) return 'done';
  if (visited) return 'begun';
  return figures.expected > 0 ? 'to-visit' : 'nothing-expected';
}
const told = (space: SpaceFigures): SpaceProgress => ({
  id: space.id!,
  name: space.name,
  state: stateOf(space),
  figures: space.figures,
  ...(space.doneAt !== null && { doneAt: space.doneAt }),
  ...(space.doneBy && { doneBy: space.doneBy }),
});

/** Figures of buildings, floors and spaces, summed up from the spaces. */
export async function readProgress(
  tx: Tx,
  audit: { id: number; state: AuditProgress['state'] },
  floors: number[] | undefined,
): Promise<AuditProgress> {
  const spaces = await countSpaces(tx, audit.id, { floors });
  const auditors = await auditorsOfFloors(tx, audit.id);
  const progress: AuditProgress = {
    state: audit.state,
    figures: noFigures(),
    visits: noVisits(),
    buildings: [],
    elsewhere: noFigures(),
  };
  for (const space of spaces) {
    // Written down for its name alone: nobody was there, and nothing was expected.
    if (stateOf(space) === 'nothing-expected' && Object.values(space.figures).every((n) => n === 0)) continue;
    add(progress.figures, space.figures);
    if (space.id === null) {
      add(progress.elsewhere, space.figures);
      continue;
    }
    let building = progress.buildings.at(-1);
    if (building?.id !== space.building.id)
      progress.buildings.push(
        (building = { ...space.building, figures: noFigures(), visits: noVisits(), floors: [] }),
      );
    let floor = building.floors.at(-1);
    if (floor?.id !== space.floor.id)
      building.floors.push(
        (floor = {
          ...space.floor,
          figures: noFigures(),
          visits: noVisits(),
          auditors: auditors.get(space.floor.id) ?? [],
          spaces: [],
        }),
      );
    for (const sum of [building.figures, floor.figures]) add(sum, space.figures);
    for (const sum of [progress.visits, building.visits, floor.visits]) visit(sum, space);
    floor.spaces.push(told(space));
  }
  return progress;
}

/** @throws 403, 404 */
export const showProgress = (
  db: Database,
  caller: Caller,
  id: number,
  floors: number[] | undefined,
): Promise<AuditProgress> =>
  db.read(caller.organisation, async (tx) => readProgress(tx, await auditFor(tx, caller, id), floors));

/** Says that a space is finished, or is not after all; answers its progress. @throws 400, 403, 404, 409 */
export async function finishSpace(
  tx: WriteTx,
  caller: Caller,
  id: number,
  { roomId, done }: { roomId: number; done: boolean },
): Promise<SpaceProgress> {
  const audit = await auditFor(tx, caller, id);
  demandState(audit, ['open'], 'Spaces are finished while a campaign is open.');
  const space = await readSpace(tx, roomId);
  // One that was removed meanwhile is still a space of the audit.
  if (!(await writeDone(tx, id, roomId, done ? caller.id : null))) {
    if (!space) throw invalid('roomId', `names no space (id ${roomId})`);
    await visitSpace(tx, id, space, tx.stamp);
    await writeDone(tx, id, roomId, done ? caller.id : null);
  }
  await announce(tx, { topic: 'asset-audits', ids: [id], by: caller.id });
  const [counted] = await countSpaces(tx, id, { room: roomId });
  return told(counted!);
}
