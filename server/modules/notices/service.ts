import type { Queries } from '#server/lib/database.ts';

export { sendDigests } from './digest.ts';

/** Takes away what is older than 90 days; for the clock. */
export const removeOldNotices = (db: Queries) => db.query('SELECT remove_old_notices()');
