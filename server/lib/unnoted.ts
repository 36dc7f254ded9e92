import type { WriteTx } from './database.ts';

/**
 * Runs `work` without a line of it in the audit log: for what everybody begins with and nobody did. Changes of it
 * are noted as of anything else. When `work` throws, the transaction must not go on.
 */
export async function unnoted<T>(tx: WriteTx, work: () => Promise<T>): Promise<T> {
  const note = (off: 'on' | 'off') => tx.query("SELECT set_config('app.audit_off', $1, true)", [off]);
  await note('on');
  const result = await work();
  await note('off');
  return result;
}
