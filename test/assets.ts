import type { Asset } from '#contract/assets.ts';
import type { TestServer, TestUser } from './app.ts';

type Row = { id: number };

/** An organisation with two houses, models of two types, somebody who keeps the register and two who do not. */
export async function assetRegister(server: TestServer) {
  const admin = await server.register('Northwind');
  const post = async <T extends Row = Row>(path: string, body: object, as: TestUser = admin): Promise<T> => {
    const answer = await as.call('POST', path, body);
    if (answer.statusCode !== 201) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`);
    return answer.json<T>();
  };
  const [keeper, manager, plain] = [
    await admin.person({ asset: 'OPERATOR' }),
    await admin.person({ asset: 'MANAGER' }),
    await admin.person({ asset: 'CUSTOMER' }),
  ];
  const kind = { id: (await admin.call('GET', '/rooms/types')).json<Row[]>()[0]!.id };
  const space = async (name: string, house: string) => {
    const building = { id: (await post('/buildings', { name: house })).id };
    const floor = { id: (await post('/floors', { name: `${house} ground`, building })).id };
    const room = { id: (await post('/rooms', { name, floor, type: kind })).id };
    return { building, floor, room };
  };
  const [kitchen, studio] = [await space('Kitchen', 'Oak House'), await space('Studio', 'Elm House')];
  const [laptops, screens] = [
    { id: (await post('/assets/types', { name: 'Laptops', code: 'LAP' })).id },
    { id: (await post('/assets/types', { name: 'Screens', code: 'SCR' })).id },
  ];
  const [book, screen] = [
    { id: (await post('/assets/models', { name: 'Probook 450', manufacturer: 'HP', type: laptops })).id },
    { id: (await post('/assets/models', { name: 'Ultrasharp 27', manufacturer: 'Dell', type: screens })).id },
  ];
  return {
    admin,
    keeper,
    manager,
    plain,
    kitchen,
    studio,
    laptops,
    screens,
    book,
    screen,
    post,
    add: (body: object = {}, as: TestUser = keeper): Promise<Asset> =>
      post<Asset>('/assets', { model: book, ...body }, as),
    read: async (id: number): Promise<Asset> => (await plain.call('GET', `/assets/${id}`)).json<Asset>(),
    ids: async (query: string): Promise<number[]> =>
      (await plain.call('GET', `/assets?${query}`)).json<Row[]>().map(({ id }) => id),
  };
}
