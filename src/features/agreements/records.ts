import { agreement } from '#contract/agreements.ts';
import { openRecords } from '#src/directory/open-records.ts';

export const agreements = openRecords('agreements', agreement);
