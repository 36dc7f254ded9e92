import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from './root.ts';

export const migrationsFolder = join(projectRoot, 'server/migrations');

/** All migrations in order; a name is never changed and a file never edited once it has been released. */
export async function listMigrations(): Promise<string[]> {
  return (await readdir(migrationsFolder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).toSorted();
}

/**
 * Brings a database to the newest shape (or to that of the first `upTo` migrations), each step in a
 * transaction of its own, as the role that owns the tables. Several processes may call it at once: one works,
 * the others wait. Refuses a database that is newer than this program.
 */
export async function migrate(options: pg.ClientConfig, upTo = Infinity): Promise<void> {
  const client = new pg.Client(options);
  await client.connect();
  try {
    // Any fixed number will do; it keeps two starting servers from migrating side by side.
    await client.query('SELECT pg_advisory_lock(727370001)');
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migration');
    const applied = new Set(rows.map((row) => row.name));
    const known = await listMigrations();
    const unknown = [...applied].filter((name) => !known.includes(name));
    if (unknown.length > 0)
      throw new Error(
        `The database has been used by a newer version of Atrium (${unknown.join(', ')}). Start that version, or restore an older backup.`,
      );
    for (const name of known.slice(0, upTo)) {
      if (applied.has(name)) continue;
      const sql = await readFile(join(migrationsFolder, name), 'utf8');
      await client.query('BEGIN');
      await client.query(sql);
      await client.query('INSERT INTO migration (name) VALUES ($1)', [name]);
      await client.query('COMMIT');
    }
  } finally {
    await client.end();
  }
}
