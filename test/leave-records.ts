import type { Tools } from './move-records.ts';
import type { Site } from './records.ts';

export const leaveKinds = ['leaveType', 'leaveDelegate', 'leave'] as const;

/** How what belongs to leave comes to be. */
export function leaveMakers({ post, make }: Tools) {
  return {
    leaveType: (site: Site) => post(site, '/leaves/types', { limited: true, defaultDays: 20 }),
    /** Somebody else than who is away. */
    leaveDelegate: (site: Site) => make(site, 'user'),
    /** Of somebody else than the administrator, who decides on it. */
    leave: async (site: Site) =>
      post(site, '/leaves', {
        type: { id: await make(site, 'leaveType') },
        user: { id: await make(site, 'user') },
        delegate: { id: await make(site, 'leaveDelegate') },
        startDate: '2027-03-01',
        endDate: '2027-03-05',
        note: site.word,
      }),
  };
}
