import { expect, test } from 'vitest';
import { mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
type Named = { id: number; name: string };

test.each(['routes', 'mailstops', 'locations'])(
  'of %s, one out of use comes back as it was',
  async (path) => {
    const call = (method: string, rest = '', body?: unknown) =>
      desk.manager.call(method, `/mail/${path}${rest}`, body);
    const known = async () => (await call('GET', '?limit=500')).json<Named[]>();
    const made = (await call('POST', '', { name: `North ${path}` })).json<Named>();
    await call('DELETE', `/${made.id}`);
    expect((await known()).map(({ id }) => id)).not.toContain(made.id);
    expect((await call('PUT', `/${made.id}/restore`)).json()).toMatchObject({ id: made.id, name: made.name });
    expect(await known()).toContainEqual(expect.objectContaining({ id: made.id, name: made.name }));
    // A second time it is in use already.
    expect((await call('PUT', `/${made.id}/restore`)).statusCode).toBe(200);

    await call('DELETE', `/${made.id}`);
    await call('POST', '', { name: made.name.toUpperCase() });
    const taken = await call('PUT', `/${made.id}/restore`);
    expect([taken.statusCode, taken.json<{ error: { code: string } }>().error.code]).toEqual([
      409,
      'mail.name-taken',
    ]);
    expect((await call('PUT', '/999999/restore')).statusCode).toBe(404);
  },
);
