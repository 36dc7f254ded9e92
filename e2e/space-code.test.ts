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

test(
  'somebody scans the code of a desk, signs in, walks in and leaves; swaps; the door shows it',
  { tag: '@phone' },
  async ({ page, colleague, browser }, info) => {
    await signInAs(colleague, /, admin$/);
    const name = `Alcove ${info.repeatEachIndex}${info.retry}`;
    const [building] = await call<Named[]>(colleague, 'GET', '/buildings?limit=1');
    const [type] = await call<Named[]>(colleague, 'GET', '/rooms/types?limit=1');
    const floor = await call<Named>(colleague, 'POST', '/floors', { name, building: { id: building!.id } });
    const desk = (its: string) =>
      call<Named>(colleague, 'POST', '/rooms', {
        name: `${name} ${its}`,
        type: { id: type!.id },
        floor: { id: floor.id },
        reservable: true,
        capacity: 1,
      });
    const [left, right] = [await desk('left'), await desk('right')];
    await colleague.goto(`/spaces/${left.id}/door`);
    await colleague.getByRole('button', { name: 'Make a link' }).click();
    const link = await colleague.getByRole('textbox', { name: 'Secret link' }).inputValue();
    await expectAccessible(colleague);

    // What the code leads to, for somebody who has not signed in on this phone.
    await page.goto(`/s/${left.id}`);
    await page.getByRole('button', { name: /, employee$/ }).click();
    await expect(page).toHaveURL(new RegExp(`/s/${left.id}$`));
    await page.getByRole('button', { name: /^(Also walk|Walk) in/ }).click();
    await expect(page.getByText(/^Yours until/)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    const tablet = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const door = await tablet.newPage();
    await door.goto(link);
    await expect(door.getByRole('heading', { name: left.name })).toBeVisible();
    await expect(door.getByText('Busy', { exact: true })).toBeVisible();
    await expectAccessible(door);

    await page.goto(`/s/${right.id}`);
    await page.getByRole('button', { name: 'I’m sitting here' }).click();
    await expect(page.getByText(/^Yours until/)).toBeVisible();
    // It would ask again by itself; nobody has to wait for that here.
    await door.reload();
    await expect(door.getByText('Free', { exact: true })).toBeVisible();
    await tablet.close();
    await page.getByRole('button', { name: 'Check out' }).click();
    await expect(page.getByText(/^Free/).first()).toBeVisible();
  },
);
