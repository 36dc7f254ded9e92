import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler, useState } from 'react';
import { expect, test, vi } from 'vitest';
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

test('dragging moves the plan and chooses nothing', async () => {
  const { onSelect } = show(grid(4));
  const group = () => screen.getByRole('listbox', { name: 'Plan' }).parentElement?.getAttribute('transform');
  const shape = plan().getByRole('option', { name: /Desk 0/ });
  HTMLElement.prototype.setPointerCapture = () => {};
  const before = group();
  fireEvent.pointerDown(shape, { pointerId: 1, clientX: 10, clientY: 10, button: 0 });
  fireEvent.pointerMove(shape, { pointerId: 1, clientX: 90, clientY: 40 });
  fireEvent.pointerUp(shape, { pointerId: 1, clientX: 90, clientY: 40 });
  fireEvent.click(shape);
  await waitFor(() => expect(group()).not.toBe(before));
  expect(onSelect).not.toHaveBeenCalled();
  fireEvent.pointerDown(shape, { pointerId: 1, clientX: 10, clientY: 10, button: 0 });
  fireEvent.pointerUp(shape, { pointerId: 1, clientX: 11, clientY: 10 });
  fireEvent.click(shape);
  expect(onSelect).toHaveBeenCalledWith('s0');
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
  const view = (selectedId?: string) => (
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
  const { rerender } = render(view());
  expect(plan().getAllByRole('option')).toHaveLength(400);
  rerender(view('s3'));
  const [mount, change] = [commits[0]!, commits.at(-1)!];
  expect(change).toBeLessThan(mount / 2);
});
