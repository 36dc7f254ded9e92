import { expect, expectAccessible, signInAs, test } from './fixtures.ts';

// A manager makes a rule, an employee meets its sentence, waits for a space that is taken, and books it from the list of
// what they wait for when it frees up.

/** Letters are written, and the line is answered, by the clock of the service: within the minute. */
const BY_THE_CLOCK = 90_000;
const NAME = '1.D12';
const API = '/external/api/rest/v2';

test(
  'a rule is set and met; who waits for a space gets it when it frees up',
  { tag: '@desk' },
  async ({ page, colleague }) => {
    await signInAs(colleague, /, manager$/);
    // Somebody else's morning, so far ahead that nobody has booked it.
    const held = await colleague.evaluate(
      async ([api, name]) => {
        const call = async (method: string, path: string, body?: unknown) => {
          const headers = { 'content-type': 'application/json' };
          const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
          return (await fetch(api + path, init)).json() as Promise<unknown>;
        };
        const startDate = Math.floor(Date.now() / 86_400_000 + 75) * 86_400_000 + 9 * 3_600_000;
        const endDate = startDate + 3_600_000;
        const times = `startDate=${startDate}&endDate=${endDate}`;
        const [space] = (await call('GET', `/reservations/availability?${times}&search=${name}`)) as {
          id: number;
        }[];
        const me = (await call('GET', '/users/me')) as { id: number };
        const body = { startDate, endDate, room: { id: space!.id }, user: { id: me.id }, allDay: false };
        const made = (await call('POST', '/reservations', { ...body, name: 'Mine first' })) as {
          id: number;
        };
        return { startDate, endDate, space: space!.id, booking: made.id };
      },
      [API, NAME] as const,
    );
    await colleague.goto('/bookings/rules');
    await colleague.getByRole('button', { name: 'New rule' }).first().click();
    const rule = colleague.getByRole('dialog', { name: 'New rule' });
    await rule.getByText('One space').click();
    await rule.getByRole('combobox', { name: 'Space' }).fill(NAME);
    await colleague.getByRole('option', { name: NAME }).click();
    await rule.getByRole('textbox', { name: 'Longest' }).fill('4');
    await rule.getByRole('textbox', { name: 'Given free after, minutes' }).fill('15');
    await expectAccessible(colleague);
    await rule.getByRole('button', { name: 'Save' }).click();
    await expect(rule).toBeHidden();
    await expect(colleague.getByText(/^At most 4 hours, released/)).toBeVisible();

    await signInAs(page, /, employee$/);
    const { startDate, endDate, space, booking } = held;
    const date = new Date(startDate).toISOString().slice(0, 10);
    await page.goto(`/bookings/space/${space}?date=${date}&booking=${booking}`);
    await expect(page.getByText(/^At most 4 hours, released/)).toBeVisible();
    await page.getByRole('button', { name: `Tell me when it frees up: ${NAME}` }).click();
    await expect(page.getByRole('button', { name: `Leave the line: ${NAME}` })).toBeVisible();
    await page.goto('/bookings/mine');
    const line = page.getByRole('region', { name: 'In line for' });
    await expect(line).toContainText(NAME);
    await expectAccessible(page);

    await colleague.evaluate(([api, id]) => fetch(`${api}/reservations/${id}/cancel`, { method: 'PUT' }), [
      API,
      booking,
    ] as const);
    // It becomes a link by itself.
    await line.getByRole('link', { name: `Book: ${NAME}` }).click({ timeout: BY_THE_CLOCK });
    await expect(page).toHaveURL(new RegExp(`/bookings/space/${space}\\?.*from=${startDate}&to=${endDate}`));
    const form = page.getByRole('dialog', { name: 'New booking' });
    await expect(form.getByText(/^At most 4 hours, released/)).toBeVisible();
    await form.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(form).toBeHidden();
    await expect(page.getByRole('gridcell', { name: /booking, yours/ })).toBeVisible();
  },
);
