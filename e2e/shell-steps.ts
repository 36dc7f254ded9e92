import type { Page } from '@playwright/test';

// What people do with the frame around every page.

/** By the navigation, which a phone shows on demand. */
export async function goTo(page: Page, name: string) {
  const nav = page.getByRole('navigation', { name: 'Main navigation' });
  const open = page.getByRole('button', { name: 'Open navigation' });
  const link = nav.getByRole('link', { name, exact: true });
  await link.or(open).first().waitFor();
  if (!(await link.isVisible())) await open.click();
  await link.click();
}

/** Opens the palette, by its keys where there is a keyboard. */
export async function openPalette(page: Page, touch: boolean) {
  if (touch) await page.getByRole('button', { name: 'Search or go to' }).tap();
  else await page.keyboard.press('Control+k');
  return page.getByRole('dialog', { name: 'Search and go to' });
}

/** The bell, whatever it counts. */
export const bell = (page: Page) => page.getByRole('button', { name: /^Notices$|unread notices?$/ });

/** Ends the session from the menu of the account. */
export async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}
