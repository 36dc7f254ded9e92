import type { WriteTx } from '#server/lib/database.ts';
import * as loans from '#server/modules/asset-loans/service.ts';
import { placeAssets, sawAssets } from '#server/modules/assets/service.ts';
import type { Acting } from './acting.ts';
import type { MadeAsset } from './assets.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

type Loan = { from: number; due: number; back?: number; employee?: true; notes?: string };
/** In days before today, below zero to come. */
const lent: readonly Loan[] = [
  { from: 21, due: 7, notes: 'For the fair in Hamburg' },
  { from: 9, due: 2 },
  { from: 6, due: -3, employee: true, notes: 'While the own one is being repaired' },
  { from: 5, due: -9 },
  { from: 3, due: -1 },
  { from: 2, due: -12, notes: 'Acceptance test on site' },
  { from: 40, due: 30, back: 31 },
  { from: 33, due: 26, back: 24, notes: 'Training' },
  { from: 28, due: 20, back: 21, employee: true },
  { from: 16, due: 10, back: 11 },
];
const reserved: readonly Loan[] = [
  { from: -2, due: -4, notes: 'Kick-off with the port authority' },
  { from: -7, due: -9 },
  { from: -14, due: -21, notes: 'Installation in Esbjerg' },
];

/** What has been borrowed and reserved, and a round of confirmations that is half answered. */
export async function insertLoans(
  tx: WriteTx,
  act: Acting,
  {
    random,
    people,
    assets,
    ids,
  }: {
    random: Random;
    people: readonly Person[];
    assets: readonly MadeAsset[];
    ids: readonly number[];
  },
): Promise<void> {
  const operator = act.as(
    people.findIndex(({ post }) => post === 'operator'),
    'OPERATOR',
  );
  const manager = act.as(
    people.findIndex(({ post }) => post === 'manager'),
    'MANAGER',
  );
  const employee = people.findIndex(({ post }) => post === 'employee');
  const lead = people[employee]!.manager!;
  const staff = [...people.keys()].filter((one) => !people[one]!.post && people[one]!.site === 0);
  const pool = random
    .shuffled([...assets.keys()].filter((one) => assets[one]!.lendable))
    .map((one) => ids[one]!);
  for (const { from, due, back, employee: own, notes } of lent) {
    const loan = await loans.lend(act.ago(from), operator, {
      asset: { id: pool.shift()! },
      user: { id: act.id(own ? employee : random.pick(staff)) },
      dueDate: act.time(due),
      notes,
    });
    const { id } = JSON.parse(loan) as { id: number };
    if (back !== undefined) await loans.takeBack(act.ago(back), operator, id, { condition: 'good' });
  }
  for (const { from, due, notes } of reserved)
    await loans.reserve(act.ago(1), act.as(random.pick(staff)), {
      asset: { id: pool.shift()! },
      startDate: act.time(from),
      dueDate: act.time(due),
      notes,
    });
  const round = await loans.startRound(act.ago(4), manager, {
    name: 'Do you still have it?',
    dueDate: act.time(-10),
    teamOf: { id: act.id(lead) },
  });
  await answerSome(tx, act, JSON.parse(round) as { id: number }, act.id(employee));
  await keepQuiet(tx);
}

/** Half of those who were asked, never the employee, who finds the question open. */
async function answerSome(tx: WriteTx, act: Acting, round: { id: number }, employee: number) {
  const asks = await tx.query<{
    id: number;
    asset: number;
    user: number;
    condition: 'good' | 'damaged' | 'lost';
  }>(
    `SELECT k.id, k.asset_id AS asset, k.user_id AS "user", a.condition
     FROM asset_ask k JOIN asset a ON a.organisation_id = k.organisation_id AND a.id = k.asset_id
     WHERE k.organisation_id = $1 AND k.round_id = $2 AND k.user_id <> $3 AND a.condition = 'good' ORDER BY k.id`,
    [tx.organisation, round.id, employee],
  );
  const answered = asks.slice(0, Math.ceil(asks.length / 2));
  const [broken, ...rest] = answered;
  const then = act.ago(2);
  for (const { asset, user } of rest) await sawAssets(then, user, [{ asset, kind: 'confirmed' }]);
  const note = 'The screen has a crack since Friday.';
  if (broken) await placeAssets(then, broken.user, [{ asset: broken.asset, condition: 'damaged', note }]);
  await tx.query(
    `UPDATE asset_ask SET answer = CASE id WHEN $3 THEN 'damaged' ELSE 'have' END, note = CASE id WHEN $3 THEN $4 END,
       answered_at = $5, condition_before = 'good' WHERE organisation_id = $1 AND id = ANY($2::bigint[])`,
    [tx.organisation, answered.map(({ id }) => id), broken?.id ?? null, note, then.stamp],
  );
}

/** Nobody is written to of what is made up; what is still to come reminds people when it is due. */
async function keepQuiet(tx: WriteTx) {
  await tx.query(
    'UPDATE asset_letter SET due = NULL, sent_at = date_created WHERE organisation_id = $1 AND due IS NOT NULL',
    [tx.organisation],
  );
  await tx.query(
    `UPDATE asset_loan SET remind_at = now() + interval '1 day' WHERE organisation_id = $1 AND remind_at <= now()`,
    [tx.organisation],
  );
}
