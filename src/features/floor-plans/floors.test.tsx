import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FloorPlan } from '#contract/floor-plans.ts';
import type { Floor, Room } from '#contract/places.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import type { ShapeBody } from './api.ts';
// Compiled before any clock runs.
import './floor-page.tsx';
import './plan-editor.tsx';
import '#src/ui/notices.tsx';

const dates = { dateCreated: 1, dateUpdated: 1 };
const building = {
  id: 1,
  name: 'Getijhuis',
  metric: true,
  address: { street: '', city: '', postalCode: '', state: {}, country: {} },
  location: {},
  ...dates,
};
const floor: Floor = {
  id: 5,
  name: '2nd floor',
  building,
  area: 0,
  level: 2,
  drawingAvailable: true,
  ...dates,
};
const type = {
  id: 3,
  name: 'Office',
  sortOrder: 1,
  hexColor: '',
  color: {},
  occupiable: true,
  parkingSpace: false,
  ...dates,
};
const space = (id: number, name: string): Room => ({
  id,
  name,
  description: '',
  reservable: id === 12,
  capacity: 2,
  type,
  floor,
  costCenters: [],
  ...dates,
});
const spaces = [space(11, '2.01'), space(12, '2.02'), space(13, 'مكتب الاستقبال')];
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect id="plan-R-2-01" data-id="R-2-01" width="20" height="20"></rect><rect id="plan-R-2-02" data-id="R-2-02" x="30" width="20" height="20"></rect></svg>';
const admin = { ...someone, siteAdmin: true };

let plan: FloorPlan;
beforeEach(() => {
  plan = {
    floor: { id: 5, name: '2nd floor' },
    viewBox: [0, 0, 100, 50],
    svg,
    shapes: [shape(11)],
    shapesVersion: 'v1',
  };
});
afterEach(() => vi.unstubAllGlobals());
const shape = (
  id: number,
  points: [number, number][] = [
    [0, 0],
    [20, 0],
    [20, 20],
  ],
) => ({ room: spaces.find((one) => one.id === id)!, points });

const server = (more: Answers = {}, me = admin) =>
  stubServer({
    'GET /users/me': { body: me },
    'GET /floors': { body: [floor] },
    'GET /floors/5': { body: floor },
    'GET /floors/5/plan': () => ({ body: plan }),
    'GET /rooms': { body: spaces },
    'PUT /floors/5/shapes': ({ body, headers }) => {
      if (headers.get('if-match') !== `"${plan.shapesVersion}"`)
        return refusal(409, 'places.shapes-changed-meanwhile', 'Somebody else changed the shapes.');
      const shapes = (body as ShapeBody[]).map(({ room, ...rest }) => ({
        ...shape(room.id),
        points: undefined,
        ...rest,
      }));
      plan = { ...plan, shapes: shapes as FloorPlan['shapes'], shapesVersion: `${plan.shapesVersion}+` };
      return { body: plan };
    },
    'PUT /floors/5/plan': () => {
      plan = { ...plan, viewBox: [0, 0, 100, 50], svg };
      return { body: plan };
    },
    ...more,
  });
const onPlan = async () => within(await screen.findByRole('listbox', { name: 'Plan of 2nd floor' }));
const inList = async () => within(await screen.findByRole('listbox', { name: 'Spaces of this floor' }));
const button = (name: string) => screen.getByRole('button', { name });
const sent = (calls: ReturnType<typeof server>) =>
  calls.filter(({ method, path }) => method === 'PUT' && path === '/floors/5/shapes').map(({ body }) => body);

test('plan and list choose the same space, which the address remembers', async () => {
  server({}, someone);
  const { user, router } = await openApp('/floors/5');
  await user.click((await onPlan()).getByRole('option', { name: '2.01, Seats people' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ space: 11 }));
  expect(within(await screen.findByRole('region', { name: '2.01' })).getByText('Room for 2')).toBeTruthy();
  expect((await inList()).getByRole('option', { selected: true }).textContent).toContain('2.01');
  await user.click((await inList()).getByText('مكتب الاستقبال'));
  expect(await screen.findByText('This space has no place on the plan yet.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Edit the plan' })).toBeNull();
});

test('without a plan there is the list, and who may is told how to get one', async () => {
  plan = { floor: plan.floor, shapes: [], shapesVersion: 'v1' };
  server();
  await openApp('/floors/5');
  expect(await screen.findByRole('heading', { name: 'This floor has no plan yet' })).toBeTruthy();
  expect((await inList()).getAllByRole('option')).toHaveLength(3);
  expect(button('Upload a drawing')).toBeTruthy();
});

test('a floor that is not there says so', async () => {
  server({ 'GET /floors/5': refusal(404, 'not-found', 'There is no such floor.') });
  await openApp('/floors/5');
  expect(await screen.findByText('There is no such floor.')).toBeTruthy();
});

const choose = async (file: File) => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  fireEvent.change(input, { target: { files: [file] } });
};

test('what is wrong with a drawing is said, be it found here or by the server', async () => {
  plan = { floor: plan.floor, shapes: [], shapesVersion: 'v1' };
  const calls = server({
    'PUT /floors/5/plan': refusal(400, 'invalid', 'svg is not well-formed XML (line 3)', 'svg'),
  });
  await openApp('/floors/5');
  await screen.findByRole('button', { name: 'Upload a drawing' });
  await choose(new File(['x'], 'plan.pdf'));
  expect((await screen.findByRole('alert')).textContent).toMatch(/Choose an SVG file/);
  await choose(new File(['{"type":"Nothing"}'], 'plan.geojson'));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/no GeoJSON/));
  expect(calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  await choose(new File(['<svg'], 'plan.svg'));
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toMatch(/not well-formed XML \(line 3\)/),
  );
});

test('after the upload spaces are matched by name; it is stored when saved, and taken back', async () => {
  plan = { floor: plan.floor, shapes: [], shapesVersion: 'v1' };
  const calls = server();
  const { user } = await openApp('/floors/5');
  await screen.findByRole('button', { name: 'Upload a drawing' });
  await choose(new File([svg], 'second.svg'));
  await user.click(await screen.findByRole('button', { name: 'Match by name' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Match spaces to the drawing' }));
  await user.click(dialog.getByRole('checkbox', { name: '2.02 is R-2-02' }));
  expect(dialog.getByText(/without an element of their name: 1/i)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Put 1 on the plan' }));
  expect((await onPlan()).getAllByRole('option')).toHaveLength(1);
  expect(sent(calls)).toEqual([]);
  await user.click(button('Save plan'));
  await waitFor(() => expect(sent(calls)).toEqual([[{ room: { id: 11 }, elementId: 'R-2-01' }]]));
  const said = (await screen.findByText('Plan saved')).closest<HTMLElement>(
    '[role="alert"], [role="status"]',
  )!;
  await user.click(within(said).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent(calls)).toEqual([expect.anything(), []]));
});

test('a space is drawn, its corners moved by arrow keys, and undone', async () => {
  const calls = server();
  const { user } = await openApp('/floors/5?edit=true&space=12');
  await user.click(await screen.findByRole('radio', { name: 'Rectangle' }));
  await user.click(button('Put one in the middle'));
  const corner = await screen.findByRole('button', { name: 'Corner 1 of 4' });
  corner.focus();
  const before = Number(corner.getAttribute('cx'));
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(Number(corner.getAttribute('cx'))).toBeLessThan(before);
  await user.keyboard('{Control>}z{/Control}');
  expect(Number(corner.getAttribute('cx'))).toBe(before);
  await user.click(button('Save plan'));
  await waitFor(() => expect(sent(calls)).toHaveLength(1));
  expect(sent(calls)[0]).toEqual([
    {
      room: { id: 11 },
      points: [
        [0, 0],
        [20, 0],
        [20, 20],
      ],
    },
    {
      room: { id: 12 },
      points: [
        [46.88, 21.88],
        [53.13, 21.88],
        [53.13, 28.13],
        [46.88, 28.13],
      ],
    },
  ]);
});

test('corners are added, moved and removed by key, each said; three remain', async () => {
  server();
  const { user } = await openApp('/floors/5?edit=true&space=11');
  const said = (text: string | RegExp) => waitFor(() => expect(screen.getByText(text)).toBeTruthy());
  const corner = (name: string) => screen.findByRole('button', { name });
  (await corner('Corner 1 of 3')).focus();
  await user.keyboard('{Enter}');
  await said('Corner 2 added, 4 in all');
  expect(document.activeElement).toBe(await corner('Corner 2 of 4'));
  expect(document.activeElement?.getAttribute('cx')).toBe('10');
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await said('Corner 2 of 4: 10 % from the left, 8.3 % from the top');
  await user.keyboard('{Control>}z{/Control}');
  await said('Last change undone');
  expect(document.activeElement?.getAttribute('cy')).toBe('0');
  await user.keyboard('{Delete}');
  await said('Corner removed, 3 left');
  expect(document.activeElement).toBe(await corner('Corner 2 of 3'));
  await user.keyboard('{Delete}');
  await said('A shape keeps at least three corners');
  await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
  expect(await corner('Corner 3 of 3')).toBeTruthy();
  expect(button('Save plan').hasAttribute('disabled')).toBe(true);
  // What one undoes may take away the corner that has the focus.
  (await corner('Corner 3 of 3')).focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(await corner('Corner 4 of 4'));
  await user.keyboard('{Control>}z{/Control}');
  expect(document.activeElement).toBe(await corner('Corner 3 of 3'));
  (await corner('Move 2.01')).focus();
  await user.keyboard('{ArrowRight}');
  await said('2.01: 10.4 % from the left, 20 % from the top');
});

test('a corner is added by dragging the middle of an edge, as one step to undo', async () => {
  server();
  const { user } = await openApp('/floors/5?edit=true&space=11');
  await screen.findByRole('button', { name: 'Corner 1 of 3' });
  const edge = document.querySelector<SVGCircleElement>('[data-kind="edge"]')!;
  // jsdom lays nothing out: a pixel is a unit of the plan.
  Object.assign(edge, { setPointerCapture() {}, getScreenCTM: () => ({ inverse: () => undefined }) });
  vi.stubGlobal(
    'DOMPoint',
    class {
      readonly at: { x: number; y: number };
      constructor(x: number, y: number) {
        this.at = { x, y };
      }
      matrixTransform() {
        return this.at;
      }
    },
  );
  fireEvent.pointerDown(edge, { pointerId: 1, button: 0 });
  for (const clientY of [3, 6, 9]) fireEvent.pointerMove(edge, { pointerId: 1, clientX: 12, clientY });
  fireEvent.pointerUp(edge, { pointerId: 1 });
  const added = await screen.findByRole('button', { name: 'Corner 2 of 4' });
  expect([added.getAttribute('cx'), added.getAttribute('cy')]).toEqual(['12', '9']);
  await user.click(button('Undo'));
  expect(await screen.findByRole('button', { name: 'Corner 2 of 3' })).toBeTruthy();
  fireEvent.pointerDown(edge, { pointerId: 1, button: 0 });
  fireEvent.pointerUp(edge, { pointerId: 1 });
  expect((await screen.findByRole('button', { name: 'Corner 2 of 4' })).getAttribute('cx')).toBe('10');
});

test('who saves later is told, keeps what was drawn, and puts it on top of theirs', async () => {
  const calls = server();
  const { user } = await openApp('/floors/5?edit=true&space=11');
  await user.click(await screen.findByRole('button', { name: 'Take off the plan' }));
  plan = { ...plan, shapes: [shape(11), shape(12)], shapesVersion: 'theirs' };
  await user.click(button('Save plan'));
  const told = await screen.findByText('Somebody else changed this plan');
  const alert = told.closest<HTMLElement>('[role="alert"]')!;
  expect(screen.queryByRole('option', { name: '2.01, Seats people' })).toBeNull();
  await user.click(within(alert).getByRole('button', { name: 'Put mine on top of theirs' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect((await onPlan()).getAllByRole('option').map((one) => one.getAttribute('data-shape'))).toEqual([
    '12',
  ]);
  await user.click(button('Save plan'));
  await waitFor(() => expect(sent(calls)).toHaveLength(2));
  expect(sent(calls)[1]).toEqual([{ room: { id: 12 }, points: shape(12).points }]);
  await waitFor(() => expect(button('Save plan').hasAttribute('disabled')).toBe(true));
});

test('an element of the drawing is picked by a click; leaving asks for what is unsaved', async () => {
  server();
  const { user, router } = await openApp('/floors/5?edit=true&space=13');
  await user.click(await screen.findByRole('radio', { name: 'Pick an element' }));
  await user.click(document.querySelector('[data-id="R-2-02"]')!);
  expect((await onPlan()).getByRole('option', { name: /مكتب الاستقبال/ })).toBeTruthy();
  await user.click(button('Done'));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stay here' }));
  expect(router.state.location.search).toEqual({ edit: true, space: 13 });
  await user.click(button('Take off the plan'));
  expect((await onPlan()).getAllByRole('option')).toHaveLength(1);
});

test('a refusal is shown and keeps what was done', async () => {
  server({ 'PUT /floors/5/shapes': refusal(400, 'invalid', '[0].room names no room of this floor') });
  const { user } = await openApp('/floors/5?edit=true&space=11');
  await user.click(await screen.findByRole('button', { name: 'Take off the plan' }));
  await user.click(button('Save plan'));
  expect((await screen.findByRole('alert')).textContent).toMatch(/names no room of this floor/);
  expect(button('Save plan').hasAttribute('disabled')).toBe(false);
});
