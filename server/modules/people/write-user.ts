import type { UserEdit } from '#contract/users.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { referenceColumns, type Reference } from './columns.ts';
import { firstMissing, type Values } from './write-repository.ts';

/** Attributes that are written elsewhere than in a column of the person. */
const elsewhere = new Set(['id', 'password', 'costCenter', 'costCenters']);
const isReference = (name: string): name is Reference => Object.hasOwn(referenceColumns, name);

/**
 * The attributes that were sent, as values of their columns, references as checked ids (null: none).
 * @throws 400 naming the reference that leads nowhere, the required one that was emptied, or a user name
 * that looks like an e-mail and could be taken for somebody else's
 */
export async function valuesOf(tx: WriteTx, attributes: UserEdit, self?: number): Promise<Values> {
  const values: Values = {};
  const references: [Reference, number][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || elsewhere.has(name)) continue;
    const target = value as { id: number } | null;
    if (isReference(name) && target) references.push([name, target.id]);
    values[name] = isReference(name) ? (target?.id ?? null) : value;
  }
  if (values.userType === null) throw invalid('userType', 'must not be empty');
  if (self !== undefined && values.manager === self) throw invalid('manager', 'must be somebody else');
  if (attributes.userName?.includes('@')) throw invalid('userName', 'must not contain @');
  const missing = await firstMissing(tx, references);
  if (missing) throw invalid(missing, 'does not exist');
  return values;
}

const unique: Record<string, { field: string; message: string }> = {
  app_user_email: { field: 'email', message: 'This e-mail address is in use already.' },
  app_user_user_name: { field: 'userName', message: 'This user name is taken.' },
};

/**
 * Runs a write; e-mails and user names in use become 409 naming the field, a manager who reports to the person
 * becomes 400.
 */
export async function orConflict<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const { constraint = '' } = error as { constraint?: string };
    if (constraint === 'app_user_manager_circle')
      throw invalid('manager', 'must not report to this person, directly or through others');
    const taken = unique[constraint];
    if (taken) throw new AppError(409, 'people.taken', taken.message, { field: taken.field });
    throw error;
  }
}
