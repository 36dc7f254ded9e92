import type { Language } from '#contract/languages.ts';
import { randomInt } from 'node:crypto';
import type { OffiServUser, Organization } from '#contract/account.ts';
import { linksOf } from '#contract/offiserv-links.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Queries, Tx, WriteTx } from '#server/lib/database.ts';
import { featuresOn } from '#server/lib/features.ts';
import { shortUser } from '#server/lib/offiserv-json.ts';

export type Login = Caller & { passwordHash: string | null };

/** By e-mail or user name, in any organisation. */
export async function callerByLogin(db: Queries, login: string): Promise<Login | undefined> {
  const [row] = await db.named<Login>('caller-by-login', 'SELECT * FROM caller_by_login($1)', [login]);
  return row;
}

export async function callerBySession(db: Queries, tokenHash: Buffer): Promise<Caller | undefined> {
  const [row] = await db.named<Caller>('caller-by-session', 'SELECT * FROM caller_by_session($1)', [
    tokenHash,
  ]);
  return row;
}

/**
 * Opens a session unless the person was deleted or has got another password since it was checked; whether
 * it did.
 */
export async function insertSession(
  tx: Tx,
  login: Pick<Login, 'id' | 'passwordHash'>,
  tokenHash: Buffer,
  days: number,
): Promise<boolean> {
  const rows = await tx.named(
    'insert-session',
    `INSERT INTO session (organisation_id, token_hash, user_id, expires_at)
     SELECT organisation_id, $3, id, now() + make_interval(days => $4) FROM app_user
     WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL AND password_hash = $5 RETURNING user_id`,
    [tx.organisation, login.id, tokenHash, days, login.passwordHash],
  );
  return rows.length === 1;
}

/**
 * A short session without a password: of `minutes`, never longer than the session it is opened with (`within`).
 * Answers whether the person is there, and that session.
 */
export async function insertPass(
  tx: Tx,
  user: number,
  tokenHash: Buffer,
  minutes: number,
  within: Buffer | null,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO session (organisation_id, token_hash, user_id, expires_at)
     SELECT u.organisation_id, $3, u.id, least(now() + make_interval(mins => $4), s.expires_at)
     FROM app_user u LEFT JOIN session s
       ON s.organisation_id = u.organisation_id AND s.user_id = u.id AND s.token_hash = $5
     WHERE u.organisation_id = $1 AND u.id = $2 AND u.deleted_at IS NULL
       AND ($5::bytea IS NULL OR s.expires_at > now()) RETURNING user_id`,
    [tx.organisation, user, tokenHash, minutes, within],
  );
  return rows.length === 1;
}

export const deleteSession = (tx: Tx, tokenHash: Buffer) =>
  tx.query('DELETE FROM session WHERE organisation_id = $1 AND token_hash = $2', [
    tx.organisation,
    tokenHash,
  ]);

/** Signs a person out everywhere and voids the links they were mailed, as after a change of their password. */
export const endSessions = (tx: Tx, userId: number) =>
  tx.query(
    `WITH resets AS (DELETE FROM password_reset WHERE organisation_id = $1 AND user_id = $2)
     DELETE FROM session WHERE organisation_id = $1 AND user_id = $2`,
    [tx.organisation, userId],
  );

export const deleteExpired = (tx: Tx) =>
  tx.query(
    `WITH resets AS (DELETE FROM password_reset WHERE organisation_id = $1 AND expires_at < now())
     DELETE FROM session WHERE organisation_id = $1 AND expires_at < now()`,
    [tx.organisation],
  );

/**
 * The first user of an organisation. Their user name is the local part of the e-mail, with a number when
 * somebody on this server has it already, even if only in a transaction that has not ended.
 */
export async function insertSiteAdministrator(
  tx: WriteTx,
  about: {
    firstName: string;
    lastName: string;
    email: string;
    passwordHash: string;
    userType: number;
    color: string;
  },
): Promise<number> {
  const wanted = about.email.split('@')[0]!;
  for (let tries = 1; ; tries += 1) {
    const userName = tries === 1 ? wanted : `${wanted}${tries < 5 ? tries : randomInt(1e9)}`;
    const [row] = await tx.query<{ id: number }>(
      `INSERT INTO app_user (organisation_id, first_name, last_name, user_name, email, password_hash,
         user_type_id, site_admin, color, date_created, date_updated)
       VALUES ($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $9)
       ON CONFLICT (fold(user_name)) WHERE deleted_at IS NULL DO NOTHING RETURNING id`,
      [
        tx.organisation,
        about.firstName,
        about.lastName,
        userName,
        about.email,
        about.passwordHash,
        about.userType,
        about.color,
        tx.stamp,
      ],
    );
    if (row) return row.id;
  }
}

/** Whether there was such a person. */
export async function setPasswordHash(tx: Tx, userId: number, hash: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE app_user SET password_hash = $3
     WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING id`,
    [tx.organisation, userId, hash],
  );
  return rows.length === 1;
}

export const insertReset = (tx: Tx, userId: number, tokenHash: Buffer, minutes: number) =>
  tx.query(
    `INSERT INTO password_reset (organisation_id, token_hash, user_id, expires_at)
     VALUES ($1, $2, $3, now() + make_interval(mins => $4))`,
    [tx.organisation, tokenHash, userId, minutes],
  );

export async function organisationOfReset(db: Queries, tokenHash: Buffer): Promise<number | undefined> {
  const [row] = await db.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM find_password_reset($1)',
    [tokenHash],
  );
  return row?.organisation;
}

/** Whose reset it was; it is spent by this. Of parallel callers one gets an answer. */
export async function takeReset(tx: Tx, tokenHash: Buffer): Promise<number | undefined> {
  const [row] = await tx.query<{ userId: number }>(
    `DELETE FROM password_reset WHERE organisation_id = $1 AND token_hash = $2 AND expires_at > now()
     RETURNING user_id AS "userId"`,
    [tx.organisation, tokenHash],
  );
  return row?.userId;
}

export async function demoExists(db: Queries): Promise<boolean> {
  const [row] = await db.query<{ exists: boolean }>('SELECT demo_exists() AS exists');
  return row!.exists;
}

/** A person's e-mail, for writing to them. */
/** Where a person is written to, and in which language. */
export async function readerOf(
  tx: Tx,
  userId: number,
): Promise<{ email: string; language: Language | null } | undefined> {
  const [row] = await tx.query<{ email: string; language: Language | null }>(
    'SELECT email, language FROM app_user WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL',
    [tx.organisation, userId],
  );
  return row;
}

/** @param links those that whoever asks may follow; by default all, as for oneself */
export async function offiServUserById(
  tx: Tx,
  id: number,
  links: Partial<OffiServUser> = linksOf(id, () => true),
): Promise<OffiServUser | undefined> {
  const [row] = await tx.named<{ user: OffiServUser }>(
    'offiserv-user',
    `SELECT json_strip_nulls(json_build_object(
       'id', u.id::text,
       'uri', '/data/users/' || u.id,
       'displayName', u.name,
       'firstname', u.first_name,
       'lastname', u.last_name,
       'email', u.email,
       'phone', u.phone,
       'mobile', u.mobile,
       'roles', to_json(CASE WHEN u.site_admin THEN ARRAY['SITE_ADMINISTRATOR'] ELSE '{}' END || ARRAY(
         SELECT DISTINCT p.role FROM permission p
         WHERE p.organisation_id = u.organisation_id AND p.user_id = u.id ORDER BY p.role)),
       'reports', coalesce((
         SELECT json_agg(${shortUser('r')} ORDER BY r.id) FROM app_user r
         WHERE r.organisation_id = u.organisation_id AND r.manager_id = u.id AND r.deleted_at IS NULL), '[]'),
       'managerUri', '/data/users/' || m.id,
       'companyUri', '/data/companies/my')) AS "user"
     FROM app_user u
     LEFT JOIN app_user m
       ON m.organisation_id = u.organisation_id AND m.id = u.manager_id AND m.deleted_at IS NULL
     WHERE u.organisation_id = $1 AND u.id = $2 AND u.deleted_at IS NULL`,
    [tx.organisation, id],
  );
  return row && { ...row.user, ...links };
}

export async function organizationOf(tx: Tx): Promise<Organization> {
  const [row] = await tx.query<Omit<Organization, 'created'> & { created: Date }>(
    `SELECT '/data/companies/my' AS uri, o.name, o.date_created AS created, o.country, o.time_zone AS timezone,
       ${featuresOn('o')} || o.features AS features,
       (SELECT count(*) FROM app_user u
        WHERE u.organisation_id = o.id AND u.deleted_at IS NULL) AS "employeesCount",
       coalesce((
         SELECT json_agg(${shortUser('a')} ORDER BY a.id) FROM app_user a
         WHERE a.organisation_id = o.id AND a.site_admin AND a.deleted_at IS NULL), '[]') AS admins
     FROM organisation o WHERE o.id = $1`,
    [tx.organisation],
  );
  return { ...row!, created: row!.created.toISOString() };
}
