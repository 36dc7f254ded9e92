import type { Kind } from './records.ts';
import type { Given } from './route-ids.ts';

// What the ids of moves stand for; test/route-ids.ts says how it is read.

export const movePaths: Record<string, Kind> = {
  '/move/requests/:id': 'moveRequest',
  '/move/items/:id': 'moveItem',
  '/move/items/:id/tasks/:taskId': 'moveTask',
  '/move/settings/types/:id': 'moveType',
  '/move/settings/tasks/:id': 'moveTask',
};

export const moveNames: Record<string, Kind> = {
  approvedBy: 'user',
  toRoom: 'room',
  status: 'moveStatus',
  task: 'moveTask',
  comments: 'moveComment',
  serviceType: 'serviceType',
  serviceRequest: 'serviceRequest',
};

const request: Record<string, Kind> = { type: 'moveType', center: 'moveCenter' };
const group: Record<string, Kind> = { type: 'moveOfPeople', center: 'moveCenter' };
const work: Record<string, Kind> = { request: 'moveRequest' };
export const moveIdsAt: Record<string, Record<string, Kind>> = {
  'GET /move/requests': request,
  'GET /move/requests/count': request,
  'GET /move/requests.csv': request,
  'POST /move/requests': request,
  'PUT /move/requests/:id': { ...request, items: 'moveItem' },
  'POST /move/groups': group,
  'POST /move/groups/preview': group,
  'POST /move/items/:id/tasks/:taskId/serviceRequest': { type: 'serviceType' },
  'GET /move/checklist': work,
  'GET /move/checklist/count': work,
  'GET /move/spaces': work,
  'POST /move/conflicts': { '': 'moveRequest', type: 'moveType' },
  'PUT /move/items/:id/heir': { heir: 'user' },
};

const ref = { id: 0 };
const thing = { type: ref, name: 'A', user: ref, asset: ref, toRoom: ref };
const csv = 'person,space\nA,B';
export const moveBodies: Record<string, unknown> = {
  'POST /move/requests': { status: ref, description: 'A', items: [thing] },
  'PUT /move/requests/:id': { items: [{ id: 0, ...thing }], comments: [ref] },
  'POST /move/groups': { csv, description: 'A' },
  'POST /move/groups/preview': { csv, description: 'A' },
  'POST /move/items/:id/tasks/:taskId/serviceRequest': { type: ref, priority: ref, room: ref },
  'POST /move/conflicts': { id: 0, items: [thing] },
  'PUT /move/items/:id/assets': { assets: [ref] },
  'PUT /move/items/:id/heir': { heir: ref },
};

/** Items and comments are known by the request that they belong to. */
export const moveBefore = {
  'PUT /move/requests/:id': async ({ id, send }: Given) => {
    type Parts = Record<'items' | 'comments', { id: number }[]>;
    const { items, comments } = (await send('GET', `/move/requests/${id}`)) as Parts;
    return { moveItem: items[0]!.id, moveComment: comments[0]!.id };
  },
};
