import type { Home, HomeMove } from '#contract/home.ts';
import type { Reservation } from '#contract/reservations.ts';

/** What the page is answered, for tests of it. */
const HOUR = 3_600_000;
const marta: Reservation['user'] = {
  id: 7,
  name: 'Marta Kowalczyk',
  firstName: 'Marta',
  lastName: 'Kowalczyk',
  userName: 'marta',
  email: 'marta@northwind.example',
  userType: { id: 1, name: 'Employee' },
};
export const emi = { ...marta, id: 9, name: 'Emi Tanaka' };
export const booking = (more: Partial<Reservation> = {}): Reservation => ({
  id: 50,
  name: marta.name,
  user: marta,
  room: {
    id: 1,
    name: 'Desk 2.14',
    description: '',
    reservable: true,
    type: { id: 2, name: 'Desk' },
    floor: { id: 3, name: 'Ground floor', building: { id: 1, name: 'Getijhuis' } },
  },
  center: { id: 1, name: 'Rooms' },
  allDay: false,
  startDate: Date.now() - HOUR,
  endDate: Date.now() + HOUR,
  timeZone: 'Europe/Warsaw',
  numberOfPeople: 1,
  notes: '',
  guests: [],
  private: false,
  state: 'booked',
  phase: 'running',
  checkedIn: false,
  checkedOut: false,
  cancelled: false,
  checkInFrom: Date.now() - HOUR,
  bufferBefore: 0,
  bufferAfter: 0,
  dateCreated: 1,
  dateUpdated: 1,
  ...more,
});
export const move: HomeMove = {
  id: 8,
  description: 'Closer to the team',
  status: { id: 1, code: 'pen', name: 'Pending', dateCreated: 1, dateUpdated: 1 },
  approved: false,
  requester: marta,
  center: { id: 3, name: 'Moves' },
  dateCreated: 1,
  dateUpdated: 1,
  itemCount: 1,
  names: ['Emi Tanaka'],
};
const part = <T>(...items: T[]) => ({ total: items.length, items });
export const home = (more: Partial<Home> = {}): Home => ({
  at: Date.now(),
  timeZone: 'Europe/Warsaw',
  bookings: part(),
  parcels: { ready: 0, ...part() },
  requests: part(),
  loans: part(),
  holdings: part(),
  moves: part(),
  movesToApprove: part(),
  leaves: part(),
  leavesToApprove: part(),
  desk: {},
  ...more,
});
export { part };
