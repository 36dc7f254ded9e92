import type { AwayPerson, Leave, LeaveLimit, LeavePreview, ReleasedBooking } from '#contract/leaves.ts';

export const person = (id: number, name: string) => ({
  id,
  name,
  firstName: name.split(' ')[0]!,
  lastName: name.split(' ')[1] ?? '',
  userName: name.toLowerCase(),
  email: `p${id}@northwind.example`,
  userType: { id: 1, name: 'Employee' },
});
export const marta = person(7, 'Marta Kowalczyk');
export const annual = {
  id: 1,
  name: 'Annual leave',
  limited: true,
  approvals: 1,
  defaultDays: 25,
  carriesOver: false,
  dateCreated: 1,
  dateUpdated: 1,
};
export const leaveOf = (id: number, more: Partial<Leave> = {}): Leave => ({
  id,
  user: marta,
  type: { id: 1, name: 'Annual leave' },
  startDate: '2027-03-01',
  endDate: '2027-03-03',
  startsAtNoon: false,
  endsAtNoon: true,
  days: 2.5,
  note: '',
  status: 'pending',
  approvals: 1,
  approvalsGiven: 0,
  approver: person(9, 'Zoë Tailor'),
  comment: '',
  released: [],
  restored: [],
  lost: [],
  dateCreated: 1,
  dateUpdated: 5,
  allowed: ['edit', 'withdraw'],
  ...more,
});
const year = (left: number, pending = 0) => ({
  year: 2027,
  days: 25,
  carried: 0,
  expired: 0,
  used: 20,
  pending,
  left,
});
export const limitOf = (left: number): LeaveLimit => ({
  ...year(left),
  user: marta,
  type: { id: 1, name: 'Annual leave' },
  limited: true,
  own: false,
  carriedSet: false,
});
export const bookingOf = (id: number, space: string): ReleasedBooking => ({
  id,
  space: { id, name: space },
  startDate: Date.parse('2027-03-01T08:00:00Z'),
  endDate: Date.parse('2027-03-01T16:00:00Z'),
});
export const previewOf = (days: number, more: Partial<LeavePreview> = {}): LeavePreview => ({
  days,
  years: [{ year: 2027, days, before: year(5), after: year(5 - days, days) }],
  conflicts: [],
  releases: [],
  approvals: 1,
  approver: person(9, 'Zoë Tailor'),
  ...more,
});
export const awayOf = (id: number, name: string, more: Partial<AwayPerson> = {}): AwayPerson => ({
  id,
  user: { id: 100 + id, name, color: '#434fbf' },
  startDate: '2027-03-01',
  endDate: '2027-03-02',
  startsAtNoon: false,
  endsAtNoon: true,
  ...more,
});
