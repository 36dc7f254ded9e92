import type { LoanState } from '#contract/asset-loan-rules.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { loanJson, namedJson, overdue } from './loan-json.ts';

/** A loan as it is stored; times in epoch milliseconds, references as ids. */
export type Stored = {
  id: number;
  asset: number;
  user: number;
  center: number;
  state: LoanState;
  since: number;
  until: number;
  wasReserved: boolean;
  homeRoom: number | null;
  homeOwner: number | null;
  homeCondition: string | null;
  lentBy: number | null;
  returnedAt: number | null;
  dateUpdated: number;
};

/** The loan, locked until the transaction ends. */
export async function loadLoan(tx: WriteTx, id: number): Promise<Stored | undefined> {
  const [row] = await tx.named<Stored>(
    'asset-loan-load',
    `SELECT l.id, l.asset_id AS asset, l.user_id AS "user", l.center_id AS center, l.state, epoch_ms(l.starts) AS since,
       epoch_ms(l.due) AS until, l.was_reserved AS "wasReserved", l.home_room_id AS "homeRoom",
       l.home_owner_id AS "homeOwner", l.home_condition AS "homeCondition", l.lent_by AS "lentBy",
       epoch_ms(l.returned_at) AS "returnedAt", epoch_ms(l.date_updated) AS "dateUpdated"
     FROM asset_loan l WHERE l.organisation_id = current_organisation() AND l.id = $1 FOR UPDATE`,
    [id],
  );
  return row;
}

/** Loans as JSON texts in the order of the ids. */
export async function renderLoans(tx: Tx, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.named<{ id: number; json: string }>(
    'asset-loans-render',
    `SELECT l.id, ${loanJson('l')}::text AS json FROM asset_loan l
     WHERE l.organisation_id = current_organisation()
       AND l.id IN (SELECT value::bigint FROM jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify([...new Set(ids)])],
  );
  const json = new Map(rows.map((row) => [row.id, row.json]));
  return ids.flatMap((id) => json.get(id) ?? []);
}

const rangeOf = (since: number, until: number) =>
  `[${new Date(since).toISOString()},${new Date(until).toISOString()})`;

export type NewLoan = {
  asset: number;
  user: number;
  center: number;
  since: number;
  until: number;
  notes: string;
  remindAt: number | null;
  /** Where the asset is now, when it is handed over at once. */
  handed?: { room: number | null; owner: number | null; condition: string };
};

/** Stores a loan; undefined when the asset is taken at that time: no error that would end the transaction. */
export async function insertLoan(tx: WriteTx, author: number, loan: NewLoan): Promise<number | undefined> {
  const { handed, remindAt } = loan;
  const [row] = await tx.named<{ id: number }>(
    'asset-loan-insert',
    `INSERT INTO asset_loan (organisation_id, asset_id, user_id, center_id, state, during, notes, was_reserved, lent_at,
       lent_by, home_room_id, home_owner_id, home_condition, remind_at, created_by, updated_by, date_created, date_updated)
     VALUES (current_organisation(), $1, $2, $3, CASE WHEN $4 THEN 'out' ELSE 'reserved' END, $5::tstzrange, $6, NOT $4,
       CASE WHEN $4 THEN $7::timestamptz END, CASE WHEN $4 THEN $8::bigint END, $9, $10, $11, $12, $8, $8, $7, $7)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      loan.asset,
      loan.user,
      loan.center,
      handed !== undefined,
      rangeOf(loan.since, loan.until),
      loan.notes,
      tx.stamp,
      author,
      handed?.room ?? null,
      handed?.owner ?? null,
      handed?.condition ?? null,
      remindAt === null ? null : new Date(remindAt),
    ],
  );
  return row?.id;
}

/** Columns of asset_loan that a step may set; `during` as [since, until]. */
export type LoanChange = Partial<{
  state: LoanState;
  during: readonly [number, number];
  user_id: number;
  notes: string;
  lent_at: Date | null;
  lent_by: number | null;
  home_room_id: number | null;
  home_owner_id: number | null;
  home_condition: string | null;
  returned_at: Date | null;
  returned_by: number | null;
  return_notes: string | null;
  return_condition: string | null;
  cancellation_reason: string | null;
  flag: string | null;
  flagged_at: Date | null;
  remind_at: Date | null;
}>;

/** @throws 23P01, 23505 when it would meet another: look with `inTheWay` before */
export async function updateLoan(tx: WriteTx, author: number, id: number, change: LoanChange): Promise<void> {
  const columns = Object.keys(change) as (keyof LoanChange)[];
  await tx.query(
    `UPDATE asset_loan SET ${columns.map((name, n) => `${name} = $${n + 4}${name === 'during' ? '::tstzrange' : ''}`).join(', ')},
       updated_by = $2, date_updated = $3
     WHERE organisation_id = current_organisation() AND id = $1`,
    [
      id,
      author,
      tx.stamp,
      ...columns.map((name) => (name === 'during' ? rangeOf(...change.during!) : change[name])),
    ],
  );
}

export type InTheWay = {
  id: number;
  state: LoanState;
  user: string;
  since: number;
  until: number;
  overdue: boolean;
};

/**
 * What keeps the asset from others at some moment of the window, soonest first. What is overdue does so until it comes
 * back: nobody knows when, but at least for twelve hours.
 */
export const inTheWay = (
  tx: Tx,
  { asset, since, until, except = 0 }: { asset: number; since: number; until: number; except?: number },
): Promise<InTheWay[]> =>
  tx.named(
    'asset-loan-in-the-way',
    `SELECT l.id, l.state, (${namedJson('app_user', 'l', 'user_id')}) ->> 'name' AS "user", epoch_ms(l.starts) AS since,
       epoch_ms(l.due) AS until, ${overdue('l')} AS overdue
     FROM asset_loan l
     WHERE l.organisation_id = current_organisation() AND l.asset_id = $1 AND l.state IN ('reserved', 'out') AND l.id <> $4
       AND l.starts < $3 AND (l.due > $2 OR (${overdue('l')} AND $2 <= now() + interval '12 hours')) ORDER BY l.starts`,
    [asset, new Date(since), new Date(until), except],
  );

/** Who changed the loan last, for the sentence that tells the later of two editors. */
export async function lastEditor(tx: Tx, id: number): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(
    `SELECT u.name FROM asset_loan l JOIN app_user u ON u.organisation_id = l.organisation_id AND u.id = l.updated_by
     WHERE l.organisation_id = current_organisation() AND l.id = $1`,
    [id],
  );
  return row?.name;
}
