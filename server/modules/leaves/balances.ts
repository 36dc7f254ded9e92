import {
  balancesOf,
  yearOf,
  type CountedDay,
  type LeaveBalance,
  type YearLimit,
} from '#contract/leave-rules.ts';
import type { Tx } from '#server/lib/database.ts';
import { HERE } from './sql.ts';
import type { Type } from './types.ts';

type Use = CountedDay & { user: number; type: number; pending: boolean };
type OwnLimit = { user: number; type: number; year: number; days: number | null; carried: number | null };

/** What people may take and have taken of limited and other types. */
export type Books = {
  /** Today by the clocks of the organisation. */
  today: string;
  limits: OwnLimit[];
  use: Use[];
  /** The year in which each person came: nothing is carried into it. */
  came: Map<number, number>;
};

/** @param except a leave that is to be left out */
export async function loadBooks(tx: Tx, users: readonly number[], except?: number): Promise<Books> {
  const [frame] = await tx.query<{ today: string }>('SELECT organisation_day()::text AS today');
  const limits = await tx.query<OwnLimit>(
    `SELECT user_id AS "user", leave_type_id AS type, year, days::float8 AS days, carried::float8 AS carried
     FROM leave_limit WHERE ${HERE} AND user_id = ANY($1::bigint[])`,
    [users],
  );
  const use = await tx.query<Use>(
    `SELECT l.user_id AS "user", l.leave_type_id AS type, d.day::text AS day, d.amount::float8 AS amount,
       l.state = 'pending' AS pending
     FROM leave l JOIN leave_day d ON d.organisation_id = l.organisation_id AND d.leave_id = l.id
     WHERE l.${HERE} AND l.user_id = ANY($1::bigint[]) AND l.id IS DISTINCT FROM $2::bigint`,
    [users, except ?? null],
  );
  const people = await tx.query<{ id: number; year: number }>(
    `SELECT u.id, extract(year FROM u.date_created AT TIME ZONE o.time_zone)::integer AS year
     FROM app_user u JOIN organisation o ON o.id = u.organisation_id
     WHERE u.${HERE} AND u.id = ANY($1::bigint[])`,
    [users],
  );
  return { today: frame!.today, limits, use, came: new Map(people.map(({ id, year }) => [id, year])) };
}

export type Balance = LeaveBalance & { short: number };

/**
 * The balances of a person and a limited type, for the years asked for and every one in which there is something.
 * @param wished days of a leave that is being considered
 */
export function balancesIn(
  books: Books,
  user: number,
  type: Type,
  years: readonly number[],
  wished: readonly CountedDay[] = [],
): Balance[] {
  const mine = <T extends { user: number; type: number }>(all: readonly T[]) =>
    all.filter((one) => one.user === user && one.type === type.id);
  const own = mine(books.limits);
  const use = mine(books.use);
  const known = [...years, ...own.map(({ year }) => year), ...use.map(({ day }) => yearOf(day))];
  const came = books.came.get(user) ?? yearOf(books.today);
  // Nothing is carried out of years before the person came, unless something was said or taken then.
  const first = Math.min(...known, Math.max(came, 2000));
  const limits: YearLimit[] = [];
  for (let year = first; year <= Math.max(...known); year += 1) {
    const set = own.find((one) => one.year === year);
    limits.push({ year, days: set?.days ?? type.defaultDays, carried: set?.carried ?? null });
  }
  const taken = use.filter(({ pending }) => !pending);
  const pending = [...use.filter((one) => one.pending), ...wished];
  return balancesOf(limits, type, { taken, pending }, books.today);
}

/** As the contract has it. */
export const plain = ({ short: _short, ...balance }: Balance): LeaveBalance => balance;
