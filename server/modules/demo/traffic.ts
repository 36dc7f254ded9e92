import type { Fate } from './journey.ts';
import type { Post } from './people.ts';

/** How the mail is spread over the sites. */
export const share = [0.46, 0.33, 0.21];

/** Parcels of the whole company by weekday, from Sunday. */
export const volume = [6, 102, 92, 88, 85, 74, 24];

/** Courier codes by site, with their part of its mail. */
export const couriersAt: readonly (readonly (readonly [string, number])[])[] = [
  [
    ['DHL', 26],
    ['POSTNL', 24],
    ['UPS', 22],
    ['DPD', 12],
    ['FEDEX', 8],
    ['AMAZON', 5],
    ['S10', 3],
  ],
  [
    ['DHL', 24],
    ['DPD', 22],
    ['POCZTA_POLSKA', 22],
    ['UPS', 18],
    ['FEDEX', 8],
    ['S10', 6],
  ],
  [
    ['CANADA_POST', 28],
    ['UPS', 22],
    ['FEDEX', 22],
    ['USPS', 12],
    ['AMAZON', 10],
    ['DHL', 6],
  ],
];

export const parcelTypes = [
  ['box', 66],
  ['env', 20],
  ['bag', 14],
] as const;
export const letterTypes = [['env', 1]] as const;

/** Departments that are sent more than others. */
const busy = new Set(['Instrument Production', 'Procurement & Logistics', 'IT', 'Marketing']);
export const mailWeight = (department: string) => (busy.has(department) ? 3 : 1);

/** Parcels that wait for those who try the demo, so that they find some of their own in each state. */
export const standing: readonly { post: Post; workdaysAgo: number; fate: Fate }[] = [
  { post: 'employee', workdaysAgo: 1, fate: 'left-in' },
  { post: 'employee', workdaysAgo: 2, fate: 'left-in' },
  { post: 'employee', workdaysAgo: 7, fate: 'left-in' },
  { post: 'employee', workdaysAgo: 3, fate: 'left-held' },
  { post: 'employee', workdaysAgo: 2, fate: 'left-cart' },
  { post: 'manager', workdaysAgo: 1, fate: 'left-in' },
  { post: 'manager', workdaysAgo: 4, fate: 'left-held' },
];
