import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Building, Floor, Room, RoomType } from '#contract/places.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './building-page.tsx';
import './buildings-page.tsx';
import './spaces-page.tsx';
import './types-page.tsx';

const dates = { dateCreated: 1, dateUpdated: 1 };
const building = (id: number, name: string, city = 'Houston'): Building => ({
  id,
  name,
  metric: true,
  address: { street: '1 Clay St', city, postalCode: '', state: {}, country: {} },
  location: id === 1 ? { latitude: 29.75, longitude: -95.4 } : {},
  ...dates,
});
const type = (id: number, name: string, parkingSpace = false): RoomType => ({
  id,
  name,
  sortOrder: id,
  hexColor: '33cc99',
  color: {},
  occupiable: !parkingSpace,
  parkingSpace,
  ...dates,
});
const floor: Floor = {
  id: 5,
  name: '3rd floor',
  building: building(1, 'Tower'),
  area: 0,
  drawingAvailable: true,
  ...dates,
};
const types = [type(1, 'Office'), type(2, 'Garage', true)];
const space = (id: number, name: string, more: Partial<Room> = {}): Room => ({
  id,
  name,
  description: '',
  reservable: false,
  type: types[0]!,
  costCenters: [],
  floor,
  ...dates,
  ...more,
});
const nothing = { floors: 0, rooms: 0, people: 0, bookings: 0 };

let siteAdmin: boolean;
beforeEach(() => {
  siteAdmin = true;
});
afterEach(() => vi.unstubAllGlobals());
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': () => ({ body: { ...someone, siteAdmin } }),
    'GET /countries': { body: [] },
    'GET /mail/mailstops': { body: [{ id: 3, name: 'Stop 3' }] },
    'GET /buildings': { body: [building(1, 'Tower'), building(2, 'برج الشمال')] },
    'GET /buildings/count': { body: { count: 2 } },
    'GET /buildings/1': { body: building(1, 'Tower') },
    'GET /buildings/1/contents': { body: { floors: 1, rooms: 2, people: 1, bookings: 0 } },
    'GET /floors': { body: [floor] },
    'GET /floors/count': { body: { count: 1 } },
    'GET /rooms/types': { body: types },
    'GET /rooms/types/count': { body: { count: 2 } },
    'GET /rooms': { body: [space(11, 'R1'), space(12, 'R2')] },
    'GET /rooms/count': { body: { count: 2 } },
    'GET /rooms/11': { body: space(11, 'R1', { capacity: 4, mailStop: { id: 3, name: 'Stop 3' } }) },
    'GET /users': { body: [{ id: 9, name: 'Anna Nowak', color: '#112233' }] },
    'GET /categories/items': { body: [] },
    ...more,
  });
const asked = (calls: ReturnType<typeof server>, path: string) =>
  calls
    .filter((call) => call.path.split('?')[0] === path)
    .map((call) => new URLSearchParams(call.path.split('?')[1]));

test('buildings are searched word by word and near a point; the address holds what was asked', async () => {
  const calls = server();
  const { user, router } = await openApp('/places?lat=29.7&lon=-95.3');
  expect(await screen.findByText('Tower')).toBeTruthy();
  expect(screen.getByText('Within 50 miles of')).toBeTruthy();
  // Eleven kilometres as the crow flies; who has no location shows no distance.
  expect(screen.getByText('11.1 km')).toBeTruthy();
  await user.type(screen.getByRole('searchbox', { name: 'Search buildings' }), 'clay houston');
  await waitFor(() => expect(asked(calls, '/buildings').at(-1)?.get('locationSearch')).toBe('clay houston'));
  expect(asked(calls, '/buildings').at(-1)?.get('nearLatitude')).toBe('29.7');
  expect(router.state.location.search).toEqual({ lat: 29.7, lon: -95.3, search: 'clay houston' });
});

test('a refusal stands at its field, and what was typed stays', async () => {
  const calls = server({
    'POST /buildings': () =>
      refusal(400, 'invalid', 'location.latitude: must be a number from -90 to 90', 'location.latitude'),
  });
  const { user } = await openApp('/places');
  await user.click(await screen.findByRole('button', { name: 'New building' }));
  const dialog = await screen.findByRole('dialog', { name: 'New building' });
  const saving = () => within(dialog).getByText('Save');
  await user.click(saving());
  expect(await within(dialog).findByText('Give it a name.')).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Name'), 'Annex');
  await user.type(within(dialog).getByLabelText('Latitude'), '91');
  await user.click(saving());
  expect(await within(dialog).findByText('Give both coordinates, or neither.')).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Longitude'), '20,5');
  await user.click(saving());
  const latitude = within(dialog).getByLabelText('Latitude');
  await waitFor(() => expect(latitude.getAttribute('aria-invalid')).toBe('true'));
  expect(within(dialog).getByText('Must be a number from -90 to 90')).toBeTruthy();
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
    name: 'Annex',
    metric: true,
    location: { latitude: 91, longitude: 20.5 },
  });
  await user.click(within(dialog).getByText('Cancel'));
  const asking = await screen.findByRole('dialog', { name: 'Leave without saving?' });
  await user.click(within(asking).getByText('Leave'));
  const opener = screen.getByText('New building').closest('button');
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test('deleting says first what goes with it, and does nothing before that is known', async () => {
  let contents = refusal(503, 'busy', 'Try again in a moment.');
  const calls = server({
    'GET /buildings/1/contents': () => contents,
    'DELETE /buildings/1': { body: { response: 'Successfully removed' } },
  });
  const { user, router } = await openApp('/places/1');
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete Tower?' });
  expect(await within(dialog).findByText('Try again in a moment.')).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: 'Delete' })).toBeNull();
  contents = { body: { floors: 2, rooms: 1200, people: 1, bookings: 0 } };
  await user.click(within(dialog).getByRole('button', { name: 'Try again' }));
  expect(await within(dialog).findByText('1,200 spaces go with it.')).toBeTruthy();
  expect(within(dialog).getByText('1 person who sits there will have no place.')).toBeTruthy();
  expect(within(dialog).queryByText(/booking/)).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/places'));
  expect(calls.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
});

test('floors show their spaces and lead to their plans', async () => {
  server();
  await openApp('/places/1');
  const grid = await screen.findByRole('grid', { name: 'Floors' });
  const row = await within(grid).findByRole('row', { name: /3rd floor/ });
  expect(within(row).getByRole('link', { name: 'Plan of 3rd floor' }).getAttribute('href')).toBe('/floors/5');
  await waitFor(() => expect(within(row).getByText('2')).toBeTruthy());
  expect(screen.getByRole('link', { name: 'Buildings near this one' }).getAttribute('href')).toContain(
    'lat=29.75',
  );
});

test('spaces are narrowed by the address; parking asks for the types that are for it', async () => {
  const calls = server();
  const { user, router } = await openApp(
    '/spaces?building=1&kind=parking&reservable=false&stop=3&capacity=x',
  );
  expect(await screen.findByText('R1')).toBeTruthy();
  const query = Object.fromEntries(asked(calls, '/rooms')[0]!);
  expect(query).toMatchObject({ buildingId: '1', type: '2', includeReservable: 'false', mailStop: '3' });
  expect(query).not.toHaveProperty('numberOfPeople');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Use' }), 'occupiable');
  await waitFor(() => expect(asked(calls, '/rooms').at(-1)?.get('includeNonOccupiable')).toBe('false'));
  expect(router.state.location.search).toMatchObject({ kind: 'occupiable', building: 1 });
});

test('a space opens beside the list with who sits there, and is changed in what was touched', async () => {
  const calls = server({
    'PUT /rooms/11': () => refusal(400, 'invalid', 'capacity: must be a whole number', 'capacity'),
  });
  const { user } = await openApp('/spaces?space=11');
  expect(await screen.findByText('Anna Nowak')).toBeTruthy();
  expect(screen.getAllByText('Stop 3').length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit R1' });
  const capacity = within(dialog).getByRole('textbox', { name: 'Capacity' });
  await user.clear(capacity);
  await user.type(capacity, '-1');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText('Must be a whole number')).toBeTruthy();
  expect(capacity.getAttribute('aria-invalid')).toBe('true');
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ capacity: -1 });
});

test('many are changed one by one; what was refused is told, stays chosen and can be tried again', async () => {
  let refuses = true;
  const calls = server({
    'PUT /rooms/11': { body: space(11, 'R1', { reservable: true }) },
    'PUT /rooms/12': () =>
      refuses ? refusal(409, 'conflict', 'Somebody is changing it.') : { body: space(12, 'R2') },
  });
  const { user } = await openApp('/spaces');
  await screen.findByText('R1');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
  await user.click(await screen.findByRole('button', { name: 'Change 2 spaces' }));
  expect(await screen.findByText('1 of 2 are changed. 1 stay as they were:')).toBeTruthy();
  expect(screen.getByText('Somebody is changing it.')).toBeTruthy();
  expect(screen.getByText('1 space chosen')).toBeTruthy();
  refuses = false;
  await user.click(screen.getByRole('button', { name: 'Try 1 again' }));
  expect(await screen.findByText('1 space is changed.')).toBeTruthy();
  const puts = calls.filter(({ method }) => method === 'PUT');
  expect(puts.map(({ path, body }) => [path, body])).toEqual([
    ['/rooms/11', { reservable: true }],
    ['/rooms/12', { reservable: true }],
    ['/rooms/12', { reservable: true }],
  ]);
});

test('who is no site administrator reads, and is offered nothing to write', async () => {
  siteAdmin = false;
  server({ 'GET /rooms/types/1/contents': { body: nothing } });
  await openApp('/spaces/types');
  expect(await screen.findByText('Garage')).toBeTruthy();
  for (const name of ['New type', 'Delete Garage', 'Edit Garage'])
    expect(screen.queryByRole('button', { name })).toBeNull();
});

test('a list that cannot be read says so, and a building that is not there leads back', async () => {
  server({ 'GET /rooms': refusal(500, 'broken', 'The server could not answer.') });
  const { router } = await openApp('/spaces');
  expect(await screen.findByText('The places could not be read')).toBeTruthy();
  expect(screen.getByText('The server could not answer.')).toBeTruthy();
  await router.navigate({ to: '/places/$buildingId', params: { buildingId: 404 } });
  expect(await screen.findByText('There is no such place')).toBeTruthy();
  const main = screen.getByRole('main');
  expect(within(main).getByRole('link', { name: 'Buildings' }).getAttribute('href')).toBe('/places');
});
