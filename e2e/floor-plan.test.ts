import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';

const DRAWING = fileURLToPath(new URL('../../shared/data/campus-noi/plans/a4-1.svg', import.meta.url));
const IN_DRAWING = ['A4-1-01', 'A4-1-02', 'A4-1-04', 'A4-1-05', 'A4-1-22'];

const planOf = (page: Page) => page.getByRole('listbox', { name: /^Plan of/ });
const listOf = (page: Page) => page.getByRole('listbox', { name: 'Spaces of this floor' });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** A new floor in a building of the demo, with spaces of these names. Answers its id. */
async function furnishFloor(page: Page, name: string, spaces: readonly string[]): Promise<number> {
  const call = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
    const { origin } = new URL(page.url());
    const answer = await page.request.fetch(`${origin}/external/api/rest/v2${path}`, {
      method,
      data,
      headers: { origin },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  };
  const [building] = await call<{ id: number }[]>('GET', '/buildings?limit=1');
  const [type] = await call<{ id: number }[]>('GET', '/rooms/types?limit=1');
  const floor = await call<{ id: number }>('POST', '/floors', { name, building: { id: building!.id } });
  for (const space of spaces)
    await call('POST', '/rooms', { name: space, type: { id: type!.id }, floor: { id: floor.id } });
  return floor.id;
}

/** How the plan is seen: pixel = unit × k + offset, from the corner of its window. */
async function viewOf(plan: Locator) {
  const text = await plan.locator('xpath=..').getAttribute('transform');
  const [x, y, k] = [...text!.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);
  return { x: x!, y: y!, k: k! };
}
type View = Awaited<ReturnType<typeof viewOf>>;

/** The middle of the plan's window: on the page, and in the units of the plan. */
async function middleOf(page: Page) {
  const box = (await page.getByRole('group', { name: /^Plan of/ }).boundingBox())!;
  const [across, down] = [Math.round(box.width / 2), Math.round(box.height / 2)];
  return {
    x: box.x + across,
    y: box.y + down,
    unitIn: ({ x, y, k }: View) => [(across - x) / k, (down - y) / k] as const,
  };
}

async function expectCloserAbout(
  unitIn: (view: View) => readonly [number, number],
  before: View,
  after: View,
) {
  const [was, is] = [unitIn(before), unitIn(after)];
  // Two pixels, in the units of the plan.
  expect(Math.abs(is[0] - was[0])).toBeLessThan(2 / before.k);
  expect(Math.abs(is[1] - was[1])).toBeLessThan(2 / before.k);
}

test('an administrator puts spaces on an uploaded drawing, and draws one by keyboard', async ({
  page,
}, info) => {
  await signInAs(page, /, admin$/);
  const name = `Annex ${info.project.name} ${info.repeatEachIndex}${info.retry}`;
  const floor = await furnishFloor(page, name, [...IN_DRAWING, 'Winter garden']);
  await page.goto(`/floors/${floor}`);
  await expect(page.getByRole('heading', { name: 'This floor has no plan yet' })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles(DRAWING);

  await page.getByRole('button', { name: 'Match by name' }).click();
  const dialog = page.getByRole('dialog', { name: 'Match spaces to the drawing' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(IN_DRAWING.length);
  await dialog.getByRole('button', { name: `Put ${IN_DRAWING.length} on the plan` }).click();
  const shapes = planOf(page).getByRole('option');
  await expect(shapes).toHaveCount(IN_DRAWING.length);

  await listOf(page)
    .getByRole('option', { name: /Winter garden/ })
    .click();
  await page.getByText('Rectangle', { exact: true }).click();
  await page.getByRole('button', { name: 'Put one in the middle' }).click();
  const corner = page.getByRole('button', { name: 'Corner 1 of 4' });
  await corner.focus();
  const before = Number(await corner.getAttribute('cx'));
  await page.keyboard.press('Shift+ArrowLeft');
  expect(Number(await corner.getAttribute('cx'))).toBeLessThan(before);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Corner 2 of 5' })).toBeFocused();
  await expect(page.getByText('Corner 2 added, 5 in all')).toBeAttached();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save plan' }).click();
  await expect(page.getByText('Plan saved')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();

  await page.reload();
  await expect(shapes).toHaveCount(IN_DRAWING.length + 1);
  await expect(page.getByRole('button', { name: 'Edit the plan' })).toBeVisible();
});

test('an employee walks a floor by arrow keys, finds a space in the list and comes closer', async ({
  page,
  isMobile,
}) => {
  await signInAs(page, /, employee$/, '/floors/2');
  const plan = planOf(page);
  await expect(plan.getByRole('option').first()).toBeAttached();
  await plan.locator('[tabindex="0"]').focus();
  const first = await focused(page);
  await page.keyboard.press('ArrowRight');
  const second = await focused(page);
  expect(second).not.toBe(first);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe(second);

  const wanted = second.split(',')[0]!;
  await page.getByRole('searchbox', { name: 'Search: Spaces of this floor' }).fill(wanted);
  await listOf(page).getByRole('option').filter({ hasText: wanted }).first().click();
  await expect(page).toHaveURL(/space=\d+/);
  await expect(plan.getByRole('option', { selected: true })).toHaveAccessibleName(new RegExp(`^${wanted}`));
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  const { x, y, unitIn } = await middleOf(page);
  const before = await viewOf(plan);
  if (!isMobile) {
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await viewOf(plan)).k).toBeGreaterThan(before.k * 1.2);
    await expectCloserAbout(unitIn, before, await viewOf(plan));
    const closer = await viewOf(plan);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 30, { steps: 4 });
    await page.mouse.up();
    const moved = await viewOf(plan);
    expect([moved.x - closer.x, moved.y - closer.y].map(Math.round)).toEqual([40, 30]);
    return;
  }
  const touch = await page.context().newCDPSession(page);
  const fingers = (apart: number, type: 'touchStart' | 'touchMove') =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [
        { x: x - apart, y, id: 0 },
        { x: x + apart, y, id: 1 },
      ],
    });
  await fingers(20, 'touchStart');
  for (const apart of [30, 40, 50, 60]) await fingers(apart, 'touchMove');
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
  await expect.poll(async () => (await viewOf(plan)).k / before.k).toBeCloseTo(3, 1);
  await expectCloserAbout(unitIn, before, await viewOf(plan));
  // The page itself stayed as large as it was.
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
});
