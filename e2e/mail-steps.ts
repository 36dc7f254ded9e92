import { expect, type Locator, type Page } from '@playwright/test';
import { drawAcross } from './fixtures.ts';

// What a clerk does with the screens of the mail desk, in more than one journey.

/** The rows of the grid that hold the text. */
export const rows = (page: Page, text: string | RegExp) =>
  page.getByRole('grid').getByRole('row').filter({ hasText: text });

/** How many parcels a tab of the desk says it has. */
export async function countOf(page: Page, tab: string): Promise<number> {
  const name = new RegExp(`^${tab}`);
  const link = page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name });
  await expect(link).toHaveText(/\d/);
  return Number((await link.innerText()).replaceAll(/\D/g, ''));
}

/** Opens what the button opens, lets somebody sign, and sends it. */
export async function signFor(page: Page, open: Locator, title: string | RegExp) {
  await open.click();
  const dialog = page.getByRole('dialog', { name: title });
  await drawAcross(page, dialog.getByRole('img', { name: /^Sign here/ }));
  await sendOff(dialog);
}

/** Sends a dialog's form and waits until it is gone. */
export async function sendOff(dialog: Locator) {
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toBeHidden();
}

/** Types into a person field and takes this one of what it offers, once it offers what was found. */
export async function choosePerson(page: Page, field: Locator, text: string, option: string | RegExp) {
  await field.fill(text);
  const found = page.locator('[role=listbox][aria-busy=false]');
  await found.getByRole('option', { name: option }).first().click();
}
