import { expect } from 'vitest';
import type { TestUser } from './app.ts';
import { errorOf } from './cost-centers.ts';

type Row = Record<string, unknown> & { id: number; dateCreated: number; dateUpdated: number };

/** What contacts and agreements have in common, tried at `path`; `least` is what a new one needs. */
export function openRecords(admin: TestUser, path: string, least: object) {
  const post = async (body: object) => {
    const answer = await admin.call('POST', path, body);
    expect(answer.statusCode).toBe(201);
    return answer.json<Row>();
  };
  const get = async (id: number) => (await admin.call('GET', `${path}/${id}`)).json<Row>();
  const list = async (query: string) => (await admin.call('GET', path + query)).json<Row[]>();
  const put = (id: number, body: object) => admin.call('PUT', `${path}/${id}`, body);

  return {
    post,
    get,
    list,
    put,

    async keepsUnknownAttributes() {
      const odd = {
        attributeName: 'value',
        'Łódź <b>': ' two  words ',
        nested: { deep: [{ nothing: null, half: 0.5, no: false }], empty: {} },
        text: 'x'.repeat(100_000),
      };
      const made = await post({ ...least, ...odd, id: 7, dateCreated: 5, dateUpdated: 'x', gone: null });
      expect(made).toEqual({
        ...least,
        ...odd,
        id: expect.any(Number),
        dateCreated: expect.any(Number),
        dateUpdated: made.dateCreated,
      });
      expect(made.id).not.toBe(7);
      expect(await get(made.id)).toEqual(made);
      expect(await list(`?modifiedOrCreatedAfter=${made.dateUpdated - 1}`)).toEqual([made]);
      const { text: _text, ...kept } = made;
      const edited = await put(made.id, { id: String(made.id), attributeName: 8, text: null, added: [] });
      expect(edited.json()).toEqual({
        ...kept,
        attributeName: 8,
        added: [],
        dateUpdated: edited.json<Row>().dateUpdated,
      });
      expect(edited.json<Row>().dateUpdated).toBeGreaterThan(made.dateUpdated);
      const long = await put(made.id, { small: 'x', long: 'x'.repeat(200_001) });
      expect([long.statusCode, errorOf(long).field]).toEqual([400, 'long']);
      expect(await get(made.id)).toEqual(edited.json());
    },

    async losesNothingInParallel() {
      const { id } = await post(least);
      const names = Array.from({ length: 10 }, (_, index) => `attribute${index}`);
      const answers = await Promise.all(names.map((name) => put(id, { [name]: name })));
      for (const { statusCode } of answers) expect(statusCode).toBe(200);
      expect(await get(id)).toMatchObject(Object.fromEntries(names.map((name) => [name, name])));
    },

    async refusesBadInput() {
      const made = await post(least);
      for (const body of [[], [{ ...least }]])
        expect((await admin.call('POST', path, body)).statusCode).toBe(400);
      for (const id of [made.id + 1, 0, 'x', null]) {
        const answer = await put(made.id, { id, attributeName: 'not stored' });
        expect([answer.statusCode, errorOf(answer).field]).toEqual([400, 'id']);
      }
      for (const name of ['name', 'attributeName']) {
        const answer = await put(made.id, { [name]: 'a\0b' });
        expect([answer.statusCode, errorOf(answer).field]).toEqual([400, name]);
      }
      expect(await get(made.id)).toEqual(made);
      for (const id of ['0', '-1', '1.5', 'abc', '99999999999999999999', '999999999'])
        for (const method of ['GET', 'PUT', 'DELETE'])
          expect(
            (await admin.call(method, `${path}/${id}`, method === 'PUT' ? {} : undefined)).statusCode,
          ).toBe(404);
    },

    async isKeptByAdministratorsOfItsOrganisation(stranger: TestUser) {
      const made = await post(least);
      const reader = await admin.person({ mail: 'ADMINISTRATOR' });
      expect((await reader.call('GET', `${path}/${made.id}`)).json()).toEqual(made);
      for (const [method, address, body] of [
        ['POST', path, least],
        ['PUT', `${path}/${made.id}`, { name: 'x' }],
        ['DELETE', `${path}/${made.id}`, undefined],
      ] as const)
        expect((await reader.call(method, address, body)).statusCode).toBe(403);
      for (const [method, body] of [['GET'], ['PUT', { name: 'x' }], ['DELETE']] as const)
        expect((await stranger.call(method, `${path}/${made.id}`, body)).statusCode).toBe(404);
      expect((await stranger.call('GET', path)).json()).toEqual([]);
      expect((await stranger.call('GET', `${path}/count`)).json()).toEqual({ count: 0 });

      const before = (await admin.call('GET', `${path}/count/`)).json<{ count: number }>().count;
      const removed = await admin.call('DELETE', `${path}/${made.id}`);
      expect([removed.statusCode, removed.json()]).toEqual([200, { response: 'Successfully removed' }]);
      for (const [method, body] of [['GET'], ['PUT', { name: 'x' }], ['DELETE']] as const)
        expect((await admin.call(method, `${path}/${made.id}`, body)).statusCode).toBe(404);
      expect((await admin.call('GET', `${path}/count`)).json()).toEqual({ count: before - 1 });
    },
  };
}
