import { readRecordSearch } from '#src/lib/record-search.ts';

const sorts = ['name', 'type', 'code'];
export const readAgreementSearch = (raw: Record<string, unknown>) => readRecordSearch(raw, sorts);
