import type { Tx } from '#server/lib/database.ts';

/** The priorities, reasons for a hold and catalogue that an organisation starts with, in its maintenance center. */
export const seedServiceCatalogue = (tx: Tx) =>
  tx.query('SELECT seed_service_catalogue($1)', [tx.organisation]);
