export const careParts = ['types', 'priorities', 'reasons'] as const;
export type CarePart = (typeof careParts)[number];
/** What of the request settings is open: a list, or a type. */
export type CareSearch = { part?: CarePart; type?: number | 'new' };
