import type { AssetLoanQuery } from '#contract/asset-loans.ts';
import { notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql } from '#server/lib/paging.ts';
import { keeps } from './check.ts';
import { assetName, overdue } from './loan-json.ts';
import { renderLoans } from './loan-repository.ts';

const nameOf = (column: string) => `(SELECT p.name FROM app_user p
  WHERE p.organisation_id = l.organisation_id AND p.id = l.${column}) COLLATE "und-x-icu"`;
const orderables = {
  id: 'l.id',
  startDate: 'l.starts',
  dueDate: 'l.due',
  returnedAt: 'l.returned_at',
  dateCreated: 'l.date_created',
  dateUpdated: 'l.date_updated',
  state: 'l.state',
  user: nameOf('user_id'),
  'user.name': nameOf('user_id'),
  lentBy: nameOf('lent_by'),
  asset: `(SELECT ${assetName('a')} FROM asset a WHERE a.organisation_id = l.organisation_id AND a.id = l.asset_id)
    COLLATE "und-x-icu"`,
};
const filled = ['id', 'startDate', 'dueDate', 'dateCreated', 'dateUpdated', 'state'];

const SEARCH = `EXISTS (SELECT FROM asset a JOIN asset_model m ON m.organisation_id = a.organisation_id
  AND m.id = a.asset_model_id JOIN app_user u ON u.organisation_id = l.organisation_id AND u.id = l.user_id
  WHERE a.organisation_id = l.organisation_id AND a.id = l.asset_id
    AND (a.words LIKE fold(?) OR fold(m.name) LIKE fold(?) OR fold(u.name) LIKE fold(?)))`;

/** Keepers see every loan, others their own. */
function matching(query: AssetLoanQuery, caller: Caller) {
  const own = query.mine === true || !keeps(caller);
  const moment = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));
  return conditions('l.organisation_id = current_organisation()')
    .add('l.user_id = ?', own ? caller.id : undefined)
    .add('l.state = ANY(?)', query.state)
    .add('l.asset_id = ANY(?)', query.assetId)
    .add('l.user_id = ANY(?)', query.userId)
    .add('l.lent_by = ANY(?)', query.lentById)
    .add('l.due > ?', moment(query.from))
    .add('l.starts < ?', moment(query.until))
    .add('l.due < ?', moment(query.dueUntil))
    .add('l.date_updated > ?', feedStart(query))
    .add(SEARCH, query.search === undefined ? undefined : containing(query.search))
    .when(query.overdue, overdue('l'), "l.state = 'out' AND l.due > now()")
    .when(query.flagged, 'l.flag IS NOT NULL', 'l.flag IS NULL');
}

/** Ids of the loans, in order. */
const findLoans = async (tx: Tx, query: AssetLoanQuery, caller: Caller): Promise<number[]> => {
  const where = matching(query, caller);
  const page = await tx.query<{ id: number }>(
    `SELECT l.id FROM asset_loan l WHERE ${where.sql} ${pageSql(orderables, query, filled)}`,
    where.params,
  );
  return page.map(({ id }) => id);
};

/** A page of loans as JSON text. */
export const listLoans = (db: Database, caller: Caller, query: AssetLoanQuery): Promise<string> =>
  db.read(
    caller.organisation,
    async (tx) => `[${(await renderLoans(tx, await findLoans(tx, query, caller))).join(',')}]`,
  );

export const countLoans = (db: Database, caller: Caller, query: AssetLoanQuery): Promise<number> =>
  db.read(caller.organisation, async (tx) => {
    const where = matching(query, caller);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*) AS count FROM asset_loan l WHERE ${where.sql}`,
      where.params,
    );
    return row!.count;
  });

/** A loan as JSON text. @throws 404, for one that the caller may not see too */
export const showLoan = (db: Database, caller: Caller, id: number): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const [found] = await tx.query<{ user: number }>(
      'SELECT user_id AS "user" FROM asset_loan WHERE organisation_id = current_organisation() AND id = $1',
      [id],
    );
    if (!found || (found.user !== caller.id && !keeps(caller))) throw notFound('There is no such loan.');
    return (await renderLoans(tx, [id]))[0]!;
  });
