import type { Language } from '#contract/languages.ts';
import type { Database, Queries, Tx, WriteTx } from '#server/lib/database.ts';

export type Part = 'organiser' | 'guest' | 'waiting';
export type Letter = {
  id: number;
  reservation: number | null;
  waiting: number | null;
  part: Part;
  email: string;
  /** Of a guest from outside nobody knows it. */
  language: Language | null;
  name: string;
  wish: 'request' | 'cancel' | 'freed' | null;
  version: number;
  said: string;
  holds: boolean;
  /** Somebody is sending it at this moment. */
  leased: boolean;
};
const columns = `l.id, l.reservation_id AS reservation, l.waiting_id AS waiting, l.part, l.email,
  (SELECT u.language FROM app_user u WHERE u.organisation_id = l.organisation_id AND fold(u.email) = fold(l.email)
    AND u.deleted_at IS NULL LIMIT 1) AS language, l.name, l.wish, l.version,
  l.said, l.holds, coalesce(l.leased_until > clock_timestamp(), false) AS leased`;

/** What there is to send, and was sent, of these bookings; held still until the transaction ends. */
export const lettersOf = (tx: WriteTx, reservations: readonly number[]): Promise<Letter[]> =>
  tx.query(
    `SELECT ${columns} FROM booking_letter l
     WHERE l.organisation_id = current_organisation() AND l.reservation_id = ANY($1::bigint[]) ORDER BY l.id FOR UPDATE`,
    [reservations],
  );

/** The letters of a claim that are as they were when they were claimed. */
export const lettersById = (tx: Tx, claim: Claim): Promise<Letter[]> =>
  tx.query(
    `SELECT ${columns} FROM booking_letter l
     JOIN jsonb_to_recordset($1::jsonb) AS given (id bigint, version integer)
       ON given.id = l.id AND given.version = l.version
     WHERE l.organisation_id = current_organisation() AND l.wish IS NOT NULL ORDER BY l.id`,
    [JSON.stringify(claim.letters)],
  );

export type Wish = Pick<Letter, 'reservation' | 'waiting' | 'part' | 'email' | 'name' | 'wish' | 'said'>;

/** Has these sent as soon as the transaction has happened; without a wish, what waited is not sent any more. */
export const wishFor = (tx: WriteTx, wishes: readonly Wish[]) =>
  wishes.length === 0
    ? undefined
    : tx.query(
        `INSERT INTO booking_letter AS l (organisation_id, reservation_id, waiting_id, part, email, name, wish, version,
           said, due, date_created, date_updated)
         SELECT current_organisation(), g.reservation, g.waiting, g.part, g.email, g.name, g.wish, 1, g.said, $2, $2, $2
         FROM jsonb_to_recordset($1::jsonb)
           AS g (reservation bigint, waiting bigint, part text, email text, name text, wish text, said text)
         ON CONFLICT (organisation_id, reservation_id, email) DO UPDATE SET part = excluded.part, name = excluded.name,
           wish = excluded.wish, said = excluded.said, version = l.version + 1, due = excluded.due, attempts = 0,
           last_error = NULL, date_updated = excluded.date_updated`,
        [JSON.stringify(wishes), tx.stamp],
      );

export type Claim = { organisation: number; letters: { id: number; version: number }[]; attempts: number };

/** What is to go next to one address as one letter; it is nobody else's for so long. */
export async function claimLetters(db: Queries, seconds: number, most: number): Promise<Claim | undefined> {
  const [claim] = await db.named<Claim>(
    'booking-letters-claim',
    'SELECT * FROM claim_booking_letters($1, $2)',
    [seconds, most],
  );
  return claim;
}

const given = `jsonb_to_recordset($1::jsonb) AS given (id bigint, version integer)
  WHERE l.organisation_id = current_organisation() AND l.id = given.id`;

/** @param holds whether the entries are in the reader's calendar now; what has been wished for since stays to be sent */
export const markSent = (db: Database, { organisation, letters }: Claim, holds: boolean) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE booking_letter l SET wish = CASE WHEN l.version = given.version THEN NULL ELSE l.wish END, holds = $3,
         attempts = 0, leased_until = NULL, last_error = NULL, sent_at = $2, date_updated = $2 FROM ${given}`,
      [JSON.stringify(letters), tx.stamp, holds],
    ),
  );

/** Gives back what was claimed and need not be sent: it has been taken back, or wished for anew, in between. */
export const letGo = (db: Database, { organisation, letters }: Claim) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE booking_letter l SET leased_until = NULL, attempts = 0,
         wish = CASE WHEN l.version = given.version THEN NULL ELSE l.wish END, date_updated = $2 FROM ${given}`,
      [JSON.stringify(letters), tx.stamp],
    ),
  );

/** @param due of the next try; undefined: there is none */
export const markFailed = (
  db: Database,
  { organisation, letters }: Claim,
  why: string,
  due: Date | undefined,
) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE booking_letter l SET leased_until = NULL, last_error = $3, date_updated = $2,
         due = CASE WHEN l.version = given.version THEN $4::timestamptz ELSE l.due END FROM ${given}`,
      [JSON.stringify(letters), tx.stamp, why, due ?? null],
    ),
  );
