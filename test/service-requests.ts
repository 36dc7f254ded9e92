import type { ServiceRequest } from '#contract/service-requests.ts';
import type { TestServer, TestUser } from './app.ts';

type Row = { id: number };

/** An organisation with a space, its seeded catalogue, a manager, two operators and somebody who asks for things. */
export async function serviceDesk(server: TestServer) {
  const admin = await server.register('Northwind');
  const post = async (path: string, body: object, as: TestUser = admin) => {
    const answer = await as.call('POST', path, body);
    if (answer.statusCode !== 201) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`);
    return answer.json<Row>();
  };
  const first = async <T extends Row>(path: string) => (await admin.call('GET', path)).json<T[]>();
  const [manager, operator, second, asker] = [
    await admin.person({ maintenance: 'MANAGER' }),
    await admin.person({ maintenance: 'OPERATOR' }),
    await admin.person({ maintenance: 'TECHNICIAN' }),
    await admin.person(),
  ];
  const building = await post('/buildings', { name: 'House' });
  const floor = await post('/floors', { name: 'Ground', building });
  const [roomType] = await first('/rooms/types');
  const room = await post('/rooms', { name: 'Kitchen', floor, type: { id: roomType!.id } });
  const centers = await first<Row & { module: string }>('/centers');
  const center = centers.find(({ module }) => module === 'maintenance')!.id;
  const priorities = await first<Row & { sortOrder: number }>('/maintenance/priorities');
  const [urgent, , normal] = priorities.toSorted((a, b) => a.sortOrder - b.sortOrder);
  const category = await post('/maintenance/categories', { name: 'Test', center: { id: center } });
  const product = await post('/maintenance/products', { name: 'Thing', category });
  /** A type of its own, with these attributes. */
  const type = (body: object = {}) => post('/maintenance/types', { name: 'Repair', product, ...body });
  const plain = await type();

  return {
    admin,
    manager,
    operator,
    second,
    asker,
    center,
    room,
    floor,
    product,
    category,
    urgent: urgent!,
    normal: normal!,
    plain,
    type,
    post,
    /** A request of the asker's, with other attributes put in place of the plain ones. */
    ask: async (body: object = {}, as: TestUser = asker): Promise<ServiceRequest> =>
      (await post('/maintenance/requests', draft(body), as)) as unknown as ServiceRequest,
    draft,
  };

  function draft(body: object = {}) {
    return {
      dateRequired: Date.now() + 86_400_000,
      requester: { id: asker.id },
      type: { id: plain.id },
      priority: { id: normal!.id },
      room: { id: room.id },
      ...body,
    };
  }
}
export type ServiceDesk = Awaited<ReturnType<typeof serviceDesk>>;
