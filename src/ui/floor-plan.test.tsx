import { MantineProvider } from '@mantine/core';
import { createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { polygonOutline } from '#src/lib/outline.ts';
import { FloorPlan } from './floor-plan.tsx';
import { FloorPlanList } from './floor-plan-list.tsx';
import type { PlanShape, PlanTool } from './floor-plan-types.ts';

const square = (x: number, y: number) =>
  polygonOutline([
    [x, y],
    [x + 9, y],
    [x + 9, y + 9],
    [x, y + 9],
  ]);
const grid = (count: number): PlanShape[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    label: `Desk ${at}`,
    outline: square((at % 20) * 10, Math.floor(at / 20) * 10),
    state: at % 2 ? { word: 'Taken', tone: 'danger', pattern: 'stripes' } : { word: 'Free', tone: 'success' },
  }));
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><g id="plan-R" data-id="R"><rect data-testid="wall" data-id="r1" width="9" height="9"></rect></g></svg>';

function show(shapes: PlanShape[], tool?: PlanTool) {
  const onSelect = vi.fn();
  function Host() {
    const [selected, setSelected] = useState<string>();
    const select = (id: string) => {
      onSelect(id);
      setSelected(id);
    };
    return (
      <MantineProvider env="test">
        <FloorPlan
          label="Plan"
          drawing={{ viewBox: [0, 0, 200, 200], svg }}
          shapes={shapes}
          selectedId={selected}
          onSelect={select}
          tool={tool}
        />
        <FloorPlanList label="Desks" items={shapes} selectedId={selected} onSelect={select} />
      </MantineProvider>
    );
  }
  render(<Host />);
  return { user: userEvent.setup({ delay: null }), onSelect };
}
const plan = () => within(screen.getByRole('listbox', { name: 'Plan' }));
const list = () => within(screen.getByRole('listbox', { name: 'Desks' }));

test('shapes say name and state; arrows walk, Enter chooses, here and in the list', async () => {
  const { user, onSelect } = show(grid(40));
  const first = plan().getByRole('option', { name: 'Desk 0, Free' });
  expect(
    plan()
      .getAllByRole('option')
      .filter((one) => one.getAttribute('tabindex') === '0'),
  ).toEqual([first]);
  first.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Desk 22, Free');
  expect(document.activeElement?.getAttribute('tabindex')).toBe('0');
  expect(first.getAttribute('tabindex')).toBe('-1');
  await user.keyboard('{End}{PageUp}{Home}{PageDown}{PageDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Desk 2, Free');
  await user.keyboard('{ArrowDown}');
  await user.keyboard('{Enter}');
  expect(onSelect).toHaveBeenLastCalledWith('s22');
  expect(plan().getByRole('option', { selected: true }).getAttribute('aria-label')).toBe('Desk 22, Free');
  expect(list().getByRole('option', { selected: true }).textContent).toContain('Desk 22');
  await user.click(list().getByText('Desk 7'));
  expect(plan().getByRole('option', { selected: true }).getAttribute('aria-label')).toBe('Desk 7, Taken');
});

test('the list is searched by name and by state, and walked with the arrows', async () => {
  const { user, onSelect } = show(grid(40));
  const search = screen.getByRole('searchbox', { name: 'Search: Desks' });
  await user.type(search, 'taken 3');
  expect(
    list()
      .getAllByRole('option')
      .map((one) => one.textContent),
  ).toEqual(['3', '13', '23', '31', '33', '35', '37', '39'].map((at) => `Desk ${at}Taken`));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onSelect).toHaveBeenLastCalledWith('s13');
  await user.type(search, 'xyz');
  expect(screen.getByRole('status').textContent).toMatch(/Nothing of that name/);
});

test('it zooms by buttons and keys, and back to the whole', async () => {
  const { user } = show(grid(4));
  const moved = () => screen.getByRole('listbox', { name: 'Plan' }).parentElement?.getAttribute('transform');
  const whole = moved();
  await user.click(screen.getByRole('button', { name: 'Zoom in' }));
  const closer = moved();
  expect(closer).not.toBe(whole);
  await user.click(screen.getByRole('button', { name: 'Zoom out' }));
  expect(moved()).toBe(whole);
  plan()
    .getByRole('option', { name: /Desk 0/ })
    .focus();
  await user.keyboard('+');
  expect(moved()).toBe(closer);
  await user.keyboard('0');
  expect(moved()).toBe(whole);
});

const transform = () => {
  const group = screen.getByRole('listbox', { name: 'Plan' }).parentElement!;
  const [x, y, k] = group
    .getAttribute('transform')!
    .match(/-?[\d.]+(e-?\d+)?/g)!
    .map(Number);
  return { x: x!, y: y!, k: k! };
};
/** As a browser tells it: with the window that it happens in, which jsdom leaves out. */
function mouse(
  type: 'mouseDown' | 'mouseMove' | 'mouseUp' | 'click' | 'wheel',
  target: Element,
  [clientX, clientY]: [number, number],
  more: object = {},
) {
  const event = createEvent[type](target, { clientX, clientY, ...more });
  Object.defineProperty(event, 'view', { value: window });
  return fireEvent(target, event);
}
afterEach(() => vi.useRealTimers());

test('dragging moves the plan and chooses nothing; a hand that trembles chooses', () => {
  const { onSelect } = show(grid(4));
  const shape = plan().getByRole('option', { name: /Desk 0/ });
  const before = transform();
  vi.useFakeTimers();
  mouse('mouseDown', shape, [10, 10]);
  mouse('mouseMove', shape, [90, 40]);
  mouse('mouseUp', shape, [90, 40]);
  mouse('click', shape, [90, 40]);
  vi.runAllTimers();
  expect(transform()).toEqual({ ...before, x: before.x + 80, y: before.y + 30 });
  expect(onSelect).not.toHaveBeenCalled();
  mouse('mouseDown', shape, [10, 10]);
  mouse('mouseMove', shape, [11, 10]);
  mouse('mouseUp', shape, [11, 10]);
  mouse('click', shape, [11, 10]);
  expect(onSelect).toHaveBeenCalledWith('s0');
});

test('the wheel zooms about the pointer, within limits', () => {
  show(grid(4));
  const shape = plan().getByRole('option', { name: /Desk 0/ });
  const whole = transform();
  const under = ({ x, y, k }: typeof whole) => [(300 - x) / k, (280 - y) / k];
  mouse('wheel', shape, [300, 280], { deltaY: -300 });
  expect(transform().k).toBeGreaterThan(whole.k);
  expect(under(transform())[0]).toBeCloseTo(under(whole)[0]!);
  expect(under(transform())[1]).toBeCloseTo(under(whole)[1]!);
  mouse('wheel', shape, [300, 280], { deltaY: -1e5 });
  expect(transform().k).toBeCloseTo(whole.k * 60);
  // Nor does the page scroll where the plan comes no closer.
  expect(mouse('wheel', shape, [300, 280], { deltaY: -1e5 })).toBe(false);
  mouse('wheel', shape, [300, 280], { deltaY: 1e6 });
  expect(transform().k).toBeCloseTo(whole.k / 2);
});

test('some of the plan stays in sight however far it is dragged', () => {
  vi.useFakeTimers();
  show(grid(4));
  const shape = plan().getByRole('option', { name: /Desk 0/ });
  mouse('mouseDown', shape, [10, 10]);
  mouse('mouseMove', shape, [9000, -9000]);
  mouse('mouseUp', shape, [9000, -9000]);
  vi.runAllTimers();
  const { x, y, k } = transform();
  expect([x, y + 200 * k].map(Math.round)).toEqual([512, 320]);
});

test('a right press and a tool that draws leave the plan where it is', () => {
  const down = vi.fn();
  const up = vi.fn();
  const cancel = vi.fn();
  const { onSelect } = show(grid(4), { down, up, cancel });
  HTMLElement.prototype.setPointerCapture = () => {};
  const ground = screen.getByTestId('wall');
  const before = transform();
  mouse('mouseDown', ground, [10, 10], { button: 2 });
  fireEvent.pointerDown(ground, { pointerId: 1, button: 0 });
  mouse('mouseDown', ground, [10, 10]);
  mouse('mouseMove', ground, [90, 40]);
  mouse('mouseUp', ground, [90, 40]);
  fireEvent.pointerUp(ground, { pointerId: 1 });
  fireEvent.click(ground);
  expect(transform()).toEqual(before);
  expect([down, up, onSelect].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
  fireEvent.pointerDown(ground, { pointerId: 1, button: 0 });
  fireEvent.pointerDown(ground, { pointerId: 2, button: 0 });
  fireEvent.pointerUp(ground, { pointerId: 1 });
  fireEvent.pointerUp(ground, { pointerId: 2 });
  expect([cancel, up].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('a tool hears which elements of the drawing were hit', async () => {
  const click = vi.fn();
  const { user, onSelect } = show(grid(2), { click });
  await user.click(screen.getByTestId('wall'));
  expect(click).toHaveBeenCalledWith(expect.any(Array), ['r1', 'R']);
  expect(onSelect).not.toHaveBeenCalled();
});

test('of 400 shapes only those that change are drawn anew', async () => {
  const commits: number[] = [];
  const shapes = grid(400);
  const onSelect = () => {};
  const drawing = { viewBox: [0, 0, 200, 200] as const };
  const shown = (selectedId?: string) => (
    <MantineProvider env="test">
      <Profiler id="plan" onRender={(_, phase, ms) => void (phase !== 'nested-update' && commits.push(ms))}>
        <FloorPlan
          label="Plan"
          drawing={drawing}
          shapes={shapes}
          selectedId={selectedId}
          onSelect={onSelect}
        />
      </Profiler>
    </MantineProvider>
  );
  const { rerender } = render(shown());
  expect(plan().getAllByRole('option')).toHaveLength(400);
  rerender(shown('s3'));
  const [mount, change] = [commits[0]!, commits.at(-1)!];
  expect(change).toBeLessThan(mount / 2);
});
