import type { Kind } from './records.ts';
import type { Given } from './route-ids.ts';

// What the ids of leave stand for; test/route-ids.ts says how it is read.

export const leavePaths: Record<string, Kind> = {
  '/leaves/:id': 'leave',
  '/leaves/types/:id': 'leaveType',
};

const asked: Record<string, Kind> = { type: 'leaveType', delegate: 'leaveDelegate' };
export const leaveIdsAt: Record<string, Record<string, Kind>> = {
  ...Object.fromEntries(
    [
      'GET /leaves',
      'GET /leaves/count',
      'GET /leaves.csv',
      'GET /leaves/away',
      'GET /leaves/limits',
      'PUT /leaves/limits',
      'POST /leaves',
      'PUT /leaves/:id',
    ].map((route) => [route, asked]),
  ),
  'POST /leaves/preview': { ...asked, '': 'leave' },
};

const ref = { id: 0 };
const body = { type: ref, delegate: ref, startDate: '2027-03-01', endDate: '2027-03-05' };
export const leaveBodies: Record<string, unknown> = {
  'POST /leaves': { ...body, user: ref },
  'POST /leaves/preview': { ...body, user: ref },
  'PUT /leaves/:id': body,
  'POST /leaves/types': { name: 'A#' },
};

export const leaveBefore: Record<string, (given: Given) => Promise<Partial<Record<Kind, number>>>> = {
  // Who was given leave by the call before is away.
  'POST /leaves': async ({ make }) => ({ user: await make('user') }),
  'POST /leaves/:id/cancel': async ({ id, send }) => {
    await send('POST', `/leaves/${id}/approve`);
    return {};
  },
};
