import type { Page } from '@playwright/test';
import { drawAcross, expect, expectAccessible, signInAs, test } from './fixtures.ts';

type Row = { id: number; name: string };
type Request = Row & { state: string; signature?: object; operators: { status: string }[] };

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

/** A type of its own, so that the queue narrowed to it holds what the journey asks for and nothing else. */
async function askFor(manager: Page, name: string) {
  const [known] = await call<{ product: Row }[]>(manager, 'GET', '/maintenance/types?limit=1');
  const type = await call<Row>(manager, 'POST', '/maintenance/types', { name, product: known!.product });
  const [priority] = await call<Row[]>(manager, 'GET', '/maintenance/priorities?limit=1');
  const [room] = await call<Row[]>(manager, 'GET', '/rooms?limit=1');
  const requester = await call<Row>(manager, 'GET', '/users/me');
  const ask = (description: string) =>
    call<Request>(manager, 'POST', '/maintenance/requests', {
      dateRequired: Date.now() + 86_400_000,
      requester: { id: requester.id },
      type: { id: type.id },
      priority: { id: priority!.id },
      room: { id: room!.id },
      description,
    });
  return { type: type.id, first: await ask('The first'), second: await ask('The second') };
}

test('an operator takes a request from new to signed for, and moves a card by keyboard @desk', async ({
  page,
  colleague,
}, info) => {
  await signInAs(colleague, /, admin$/);
  const name = `Squeaky door ${info.repeatEachIndex}${info.retry}`;
  const { type, first, second } = await askFor(colleague, name);
  const stateOf = async ({ id }: Request) => call<Request>(page, 'GET', `/maintenance/requests/${id}`);

  await signInAs(page, /, operator$/);
  await page.goto(`/requests/queue?requestTypeId=${type}`);
  const parts = page.getByRole('group', { name: 'Parts of the queue' });
  await expect(parts.getByRole('button', { name: /^All open/ })).toContainText('2');
  await page.getByRole('row', { name: new RegExp(`#${first.id}\\b`) }).click();
  const panel = page.getByRole('complementary', { name: 'Request' });
  await panel.getByRole('button', { name: 'Accept' }).click();
  await panel.getByRole('button', { name: 'Start' }).click();
  await panel.getByRole('button', { name: 'Put on hold' }).click();
  const why = page.getByRole('dialog', { name: /on hold\?$/ });
  await why.getByRole('button', { name: 'Put on hold' }).click();
  await expect(why.getByRole('alert')).toContainText('Say why');
  await why.getByRole('combobox', { name: 'Reason' }).selectOption({ index: 1 });
  await why.getByRole('button', { name: 'Put on hold' }).click();
  await expect(why).toBeHidden();
  await expect(parts.getByRole('button', { name: /^On hold/ })).toContainText('1');
  await panel.getByRole('button', { name: 'Resume' }).click();
  await expect(panel.getByRole('button', { name: 'Complete' })).toBeVisible();
  await expectAccessible(page);

  await panel.getByRole('button', { name: 'Complete' }).click();
  const end = page.getByRole('dialog', { name: /^Complete/ });
  await end.getByRole('textbox', { name: 'What was done' }).fill('Oiled the hinges');
  await end.getByRole('textbox', { name: 'Minutes spent' }).fill('20');
  await end.getByRole('textbox', { name: 'Supply 1', exact: true }).fill('Oil');
  await drawAcross(page, end.getByRole('img', { name: /^Sign here/ }));
  await end.getByRole('textbox', { name: 'Signed by' }).fill('Emi Tanaka');
  await end.getByRole('button', { name: 'Complete' }).click();
  await expect(end).toBeHidden();
  await expect(parts.getByRole('button', { name: /^Closed/ })).toContainText('1');
  const done = await stateOf(first);
  expect(done).toMatchObject({
    state: 'completed',
    closingNote: 'Oiled the hinges',
    signedBy: 'Emi Tanaka',
    supplies: [{ name: 'Oil', quantity: 1 }],
  });
  expect(done.signature).toBeDefined();

  await page.goto(`/requests/queue?view=board&requestTypeId=${type}`);
  const board = page.getByRole('group', { name: 'Queue', exact: true });
  const card = board.getByRole('button', { name: `${name} #${second.id}`, exact: true });
  await card.focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(board.getByRole('list', { name: /^Accepted/ })).toContainText(`#${second.id}`);
  await expect.poll(async () => (await stateOf(second)).state).toBe('accepted');
});
