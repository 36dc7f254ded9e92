import { readRecordSearch } from '#src/lib/record-search.ts';

const sorts = ['name', 'company', 'email', 'phone'];
export const readContactSearch = (raw: Record<string, unknown>) => readRecordSearch(raw, sorts);
