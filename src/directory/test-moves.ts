import type { MoveItemTask } from '#contract/moves-work.ts';
import type { MoveItem, MoveRequest, MoveRequestType, MoveStatusCode } from '#contract/moves.ts';
import type { Room } from '#contract/places.ts';

/** A house, the types and tasks of moves, and a move for tests of screens. */
const dates = { dateCreated: 1, dateUpdated: 1 };
const fields = [
  { id: 1, code: 'firstName', name: 'First Name' },
  { id: 2, code: 'lastName', name: 'Last Name' },
  { id: 3, code: 'phone', name: 'Phone' },
];
const typeOf = (id: number, typeCode: MoveRequestType['typeCode'], name: string): MoveRequestType => ({
  id,
  name,
  typeCode,
  equipment: name.includes('Equipment'),
  fields: name.includes('Equipment') ? [] : fields,
  ...dates,
});
const types = [
  typeOf(1, 'new', 'New Person'),
  typeOf(2, 'move', 'Employee Move'),
  typeOf(5, 'move', 'Move Office Equipment'),
  typeOf(6, 'terminate', 'Exiting Employee'),
];
const names: Record<MoveStatusCode, string> = {
  pen: 'Pending',
  apr: 'Approved by Manager',
  sub: 'In Progress',
  don: 'Done',
  '0': 'Rejected',
};
const codes = ['pen', 'apr', 'sub', 'don', '0'] as const;
const statusOf = (code: MoveStatusCode) => ({
  id: codes.indexOf(code) + 1,
  code,
  name: names[code],
  ...dates,
});

const building = {
  id: 1,
  name: 'Getijhuis',
  metric: true,
  address: { street: '', city: '', postalCode: '', state: {}, country: {} },
  location: {},
  timeZone: 'Europe/Amsterdam',
  ...dates,
};
const floor = { id: 5, name: '2nd floor', building, area: 0, level: 2, drawingAvailable: false, ...dates };
const roomType = {
  id: 3,
  name: 'Office',
  sortOrder: 1,
  hexColor: '',
  color: {},
  occupiable: true,
  parkingSpace: false,
  ...dates,
};
const roomOf = (id: number, name: string): Room => ({
  id,
  name,
  description: '',
  reservable: false,
  capacity: 2,
  type: roomType,
  floor,
  costCenters: [],
  ...dates,
});
export const rooms = [roomOf(11, '2.01'), roomOf(12, '2.02')];
const spaceOf = (id: number, name: string, people: number) => ({
  id,
  name,
  floor,
  type: { id: 3, name: 'Office' },
  capacity: 2,
  people,
  arriving: 0,
  leaving: 0,
  left: 2 - people,
});

const personOf = (id: number, name: string) => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    id,
    name,
    firstName,
    lastName,
    userName: `user${id}`,
    email: `user${id}@northwind.example`,
    phone: `+48 ${id}`,
    userType: { id: 1, name: 'Employee' },
    color: '#434fbf',
    floorWarden: false,
    specialNeeds: false,
    siteAdmin: false,
    room: { ...roomOf(13, '2.03') },
    costCenter: {},
    ...dates,
  };
};
export const anna = personOf(90, 'Anna Nowak');
export const omar = personOf(91, 'عمر الفاروق');

const moveItemOf = (id: number, user: typeof anna, toRoom = rooms[0]!): MoveItem => ({
  id,
  name: user.name,
  type: types[1]!,
  user,
  fromRoom: { id: 13, name: '2.03', floor },
  toRoom,
  toRoomAvailable: true,
  fieldValues: {},
  tasksValueMap: {},
});
export const moveOf = (
  id: number,
  code: MoveStatusCode,
  allowed: MoveRequest['allowed'],
  more: Partial<MoveRequest> = {},
): MoveRequest => ({
  id,
  date: Date.parse('2027-03-02T08:00:00Z'),
  approved: code === 'apr' || code === 'sub' || code === 'don',
  ...(code === 'apr' && { approvedBy: anna, approvedAt: Date.parse('2027-02-01T08:00:00Z') }),
  description: 'Marketing goes upstairs',
  comments: [],
  items: [moveItemOf(31, anna), moveItemOf(32, omar)],
  status: statusOf(code),
  requester: anna,
  center: { id: 3, name: 'Move Center' },
  tasks: { total: 1, done: 0 },
  ...dates,
  ...(allowed && { allowed }),
  ...more,
});
export const taskLineOf = (request: MoveRequest, done = false): MoveItemTask => ({
  request: { id: request.id, description: request.description, status: request.status },
  item: { id: 31, name: anna.name, user: anna, toRoom: rooms[0]! },
  task: { id: 1, name: 'Network Services' },
  answers: [{ code: 'pcType', name: 'PC Type', value: 'Laptop' }],
  done,
  note: '',
});

/** What a server answers that knows the house, its people and what moves are. */
export const moveAnswers = {
  'GET /move/requestTypes': { body: types },
  'GET /move/tasks': {
    body: [
      { id: 1, name: 'Network Services', fields: [{ id: 9, code: 'pcType', name: 'PC Type' }], ...dates },
    ],
  },
  'GET /move/statuses': { body: codes.map(statusOf) },
  'GET /buildings': { body: [building] },
  'GET /buildings/1': { body: building },
  'GET /floors': { body: [floor] },
  'GET /floors/5/plan': { body: { floor: { id: 5, name: '2nd floor' }, shapes: [], shapesVersion: 'v' } },
  'GET /rooms': { body: rooms },
  'GET /move/spaces': { body: [spaceOf(11, '2.01', 2), spaceOf(12, '2.02', 0)] },
  'GET /users': { body: [anna] },
  'GET /users/90': { body: anna },
  'GET /users/91': { body: omar },
  'POST /move/conflicts': { body: { conflicts: [] } },
};
