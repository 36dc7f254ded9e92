import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';

/** A call as the person who is signed in on the page. */
async function call<T>(page: Page, method: string, path: string, data?: unknown): Promise<T> {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`${origin}/external/api/rest/v2${path}`, {
    method,
    data,
    headers: { origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}
type Named = { id: number; name: string };
type Desk = Named & { floor: { id: number } };

/** A floor of its own with two desks on its plan, of which a colleague has the second. */
async function furnish(colleague: Page, name: string) {
  const [building] = await call<Named[]>(colleague, 'GET', '/buildings?limit=1');
  const [type] = await call<Named[]>(colleague, 'GET', '/rooms/types?limit=1');
  const floor = await call<Named>(colleague, 'POST', '/floors', { name, building: { id: building!.id } });
  const desks: Desk[] = [];
  for (const desk of [`Window ${name}`, `Corner ${name}`])
    desks.push(
      await call<Desk>(colleague, 'POST', '/rooms', {
        name: desk,
        type: { id: type!.id },
        floor: { id: floor.id },
        reservable: true,
        capacity: 1,
      }),
    );
  const square = (x: number) => [
    [x, 0],
    [x + 100, 0],
    [x + 100, 80],
    [x, 80],
  ];
  await call(
    colleague,
    'PUT',
    `/floors/${floor.id}/shapes`,
    desks.map(({ id }, at) => ({ room: { id }, points: square(at * 120) })),
  );
  const me = await call<Named>(colleague, 'GET', '/users/me');
  return { building: building!.id, floor: floor.id, desks, me };
}

test('an employee finds a desk for tomorrow, books it from the plan by keyboard, and cancels it', async ({
  page,
  colleague,
}, info) => {
  await signInAs(page, /, employee$/);
  await signInAs(colleague, /, admin$/);
  const name = `Loft ${info.project.name} ${info.repeatEachIndex}${info.retry}`;
  const { building, floor, desks, me } = await furnish(colleague, name);
  const [window, corner] = desks as [Desk, Desk];

  await page.goto(`/bookings/find?building=${building}&floor=${floor}&search=${encodeURIComponent(name)}`);
  await expect(page.getByText('2 free of 2')).toBeVisible();
  // The search knows the moment of nine o’clock there; what it was asked with is what the colleague books.
  const asked = page.waitForRequest(/\/reservations\/availability/);
  await page.getByRole('button', { name: 'Tomorrow' }).click();
  const query = new URL((await asked).url()).searchParams;
  const [startDate, endDate] = [Number(query.get('startDate')), Number(query.get('endDate'))];
  await call(colleague, 'POST', '/reservations', {
    startDate,
    endDate,
    allDay: false,
    user: { id: me.id },
    room: { id: corner.id },
  });
  // Nobody reloads: the search hears of it.
  await expect(page.getByText('1 free of 2')).toBeVisible();
  await expect(page.getByText(/^Taken until/)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await page.getByText('Plan', { exact: true }).click();
  const plan = page.getByRole('listbox', { name: `Plan of ${name}` });
  await expect(plan.getByRole('option', { name: new RegExp(`^${corner.name}, Taken until`) })).toBeAttached();
  await plan.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: window.name });
  await expect(card.getByText('Free', { exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.keyboard.press('b');
  await expect(plan.getByRole('option', { name: new RegExp(`^${window.name}, Yours`) })).toBeAttached();
  await expect(page.getByText(`${window.name} is booked.`)).toBeVisible();

  await page.getByRole('link', { name: 'My bookings' }).first().click();
  const tomorrow = page.getByRole('region', { name: 'Tomorrow' });
  await expect(tomorrow.getByRole('link', { name: window.name })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await tomorrow.getByRole('button', { name: `Cancel: ${window.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
  await expect(tomorrow.getByRole('link', { name: window.name })).toHaveCount(0);
});
