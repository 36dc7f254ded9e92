import type { Given } from './route-ids.ts';

/** What must have happened to a request before a step of it can be taken. */
export const serviceBefore = {
  // Only work that has begun can be put on hold or resumed; only what is done can be rated.
  'PUT /maintenance/requests/:id/start': async (given: Given) => begin(given, 'accept'),
  'PUT /maintenance/requests/:id/hold': async (given: Given) => begin(given, 'accept', 'start'),
  'PUT /maintenance/requests/:id/resume': async (given: Given) => begin(given, 'accept', 'start', 'hold'),
  'PUT /maintenance/requests/:id/complete': async (given: Given) => begin(given, 'accept', 'start'),
};

async function begin({ id, send }: Given, ...steps: string[]) {
  for (const step of steps) await send('PUT', `/maintenance/requests/${id}/${step}`);
  return {};
}
