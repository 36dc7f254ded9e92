const common = ['id', 'dateCreated', 'dateUpdated'];

/**
 * What a record has besides the attributes the product knows: clients may keep any of their own. Values that
 * are no plain text are shown as JSON.
 */
export const otherAttributes = (record: Record<string, unknown>, known: readonly string[]) =>
  Object.entries(record)
    .filter(([name, value]) => !common.includes(name) && !known.includes(name) && value !== '')
    .map(([label, value]) => ({ label, value: plainText(value) }));

export const plainText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** A record as it was, to be written anew: without what the server gives. */
export function withoutStamps<T extends { id: number; dateCreated: number; dateUpdated: number }>(record: T) {
  const { id: _id, dateCreated: _created, dateUpdated: _updated, ...rest } = record;
  return rest;
}
