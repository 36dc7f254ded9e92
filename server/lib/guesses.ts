import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { AppError } from './app-error.ts';
import type { Database } from './database.ts';

/** A budget of failed tries: at most `most` in a window of `seconds` that begins with the first. */
type Budget = { key: Buffer; most: number; seconds: number };

const MINUTE = 60;
/** What it costs to look for what has run out: once in so many tries. */
const PURGE_ONE_IN = 200;

const keyOf = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest();

/** Who holds one IPv6 address holds its /64; an IPv4 address in IPv6 dress is the IPv4 address. */
export function network(address: string): string {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(bare)) return bare;
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const groups = [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * The budgets that a try to prove who one is draws on. `account` is any text that stands for the account,
 * known or not. One person who mistypes stays far below; an office behind one address too.
 */
function budgets(address: string, account?: string): { all: Budget[]; pair: Buffer | undefined } {
  const from = network(address);
  const byAddress = { key: keyOf('address', from), most: 100, seconds: 5 * MINUTE };
  if (account === undefined) return { all: [byAddress], pair: undefined };
  const pair = keyOf('pair', account, from);
  return {
    pair,
    all: [
      byAddress,
      { key: pair, most: 10, seconds: 15 * MINUTE },
      { key: keyOf('account', account), most: 50, seconds: 15 * MINUTE },
    ],
  };
}

/** Counts one try against all the budgets; the seconds to wait when one is spent (nothing is counted then). */
async function count(db: Database, spent: Budget[]): Promise<number | null> {
  if (Math.random() < 1 / PURGE_ONE_IN) await db.query('DELETE FROM guess WHERE until < now()');
  const [row] = await db.named<{ wait: number | null }>('count-try', 'SELECT count_try($1, $2, $3) AS wait', [
    spent.map(({ key }) => key),
    spent.map(({ most }) => most),
    spent.map(({ seconds }) => seconds),
  ]);
  return row?.wait ?? null;
}

/**
 * Runs a check of a secret within the limits against guessing, which all server processes share. The try is
 * counted before the check, so that parallel guesses cannot slip through, and taken back when the check
 * answers something. @throws 429 when a budget is spent; the check does not run then.
 */
export async function withinLimits<T>(
  db: Database,
  { address, account }: { address: string; account?: string },
  check: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const { all, pair } = budgets(address, account);
  const wait = await count(db, all);
  if (wait !== null)
    throw new AppError(
      429,
      'account.too-many-tries',
      'Too many failed tries. Wait a while, then try again.',
      {
        retryAfter: wait,
      },
    );
  const result = await check();
  if (result !== undefined)
    await db.named('take-back-try', 'SELECT take_back_try($1, $2)', [
      all.map(({ key }) => key),
      pair ? [pair] : [],
    ]);
  return result;
}

/** Lifts the limits on an account whose owner has proved to be it, such as by mail. */
export async function forgive(db: Database, { address, account }: { address: string; account: string }) {
  const keys = [keyOf('account', account), keyOf('pair', account, network(address))];
  await db.query('SELECT take_back_try($1, $1)', [keys]);
}

/** Whether one more of something may happen, such as a mail to the same account; true counts it. */
export async function allows(db: Database, what: string, most: number, seconds: number): Promise<boolean> {
  return (await count(db, [{ key: keyOf('rate', what), most, seconds }])) === null;
}
