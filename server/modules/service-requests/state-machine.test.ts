import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OperatorStatus, ServiceRequest, ServiceState } from '#contract/service-requests.ts';
import { testServer } from '../../../test/app.ts';
import { serviceDesk } from '../../../test/service-requests.ts';

const server = await testServer();
const desk = await serviceDesk(server);
const people = [desk.manager, desk.operator, desk.second];
const names = ['accept', 'reject', 'start', 'hold', 'resume', 'complete'] as const;
type Name = (typeof names)[number];

/** From which states a step may be taken. */
const from: Record<Name, ServiceState[]> = {
  accept: ['new', 'accepted', 'started', 'hold'],
  reject: ['new', 'accepted'],
  start: ['accepted', 'started'],
  hold: ['started', 'hold'],
  resume: ['hold'],
  complete: ['started', 'hold'],
};
const lines = {
  accept: 'accepted',
  start: 'started',
  hold: 'held',
  resume: 'resumed',
} as const;

/** A request as it should be: `crew` are statuses by the place of the person in `people`. */
type Model = {
  id: number;
  needed: number;
  state: ServiceState;
  crew: (OperatorStatus | undefined)[];
  log: string[];
  gone: boolean;
};
type Command = fc.AsyncCommand<Model, null>;
const at = (id: number, more = '') => `/maintenance/requests/${id}${more}`;
const working = (status?: OperatorStatus) => ['accepted', 'started', 'hold'].includes(status!);

/** What a step makes of the model, told apart from how the server tells it. */
function follow(model: Model, name: Name, who: number) {
  const { crew } = model;
  const own = crew[who];
  const others = crew.filter((_, place) => place !== who);
  if (name === 'accept') {
    if (working(own) || own === 'completed') return;
    crew[who] = 'accepted';
    if (model.state === 'new') model.state = 'accepted';
  } else if (name === 'start') {
    if (own === 'started') return;
    crew[who] = 'started';
    model.state = 'started';
  } else if (name === 'hold' || name === 'resume') {
    const [old, next] = name === 'hold' ? (['started', 'hold'] as const) : (['hold', 'started'] as const);
    if (model.state === next) return;
    model.state = next;
    model.crew = crew.map((status, place) => (place === who || status === old ? next : status));
  } else if (name === 'complete') {
    if (own === 'completed') return;
    crew[who] = 'completed';
    const done = crew.filter((status) => status === 'completed').length;
    if (done < model.needed && others.some(working)) return void model.log.push('part-completed');
    model.state = 'completed';
    model.crew = crew.map((status) => (status === 'started' || status === 'hold' ? 'completed' : status));
    return void model.log.push('completed');
  } else {
    const listed = own !== undefined && own !== 'rejected';
    const rest = others.filter((status) => status !== undefined && status !== 'rejected');
    crew[who] = 'rejected';
    model.state = listed && rest.length > 0 ? (rest.some(working) ? 'accepted' : 'new') : 'rejected';
    return void model.log.push(model.state === 'rejected' ? 'rejected' : 'withdrawn');
  }
  model.log.push(lines[name]);
}

class Take implements Command {
  readonly name: Name;
  readonly who: number;
  constructor(name: Name, who: number) {
    this.name = name;
    this.who = who;
  }
  check = () => true;
  async run(model: Model) {
    const answer = await people[this.who]!.call('PUT', at(model.id, `/${this.name}`));
    const expected = model.gone ? 404 : from[this.name].includes(model.state) ? 200 : 409;
    expect([answer.statusCode, answer.body]).toEqual([expected, answer.body]);
    if (expected !== 200) return;
    follow(model, this.name, this.who);
    const request = answer.json<ServiceRequest>();
    expect(request.state).toBe(model.state);
    expect(request.operators.map(({ id, status }) => [id, status]).toSorted()).toEqual(
      people.flatMap(({ id }, place) => (model.crew[place] ? [[id, model.crew[place]]] : [])).toSorted(),
    );
    // An hour is promised: it runs while somebody may work on it.
    expect('dueAt' in request).toBe(model.state !== 'hold' && model.state !== 'rejected');
    expect(request.completed).toBe(model.state === 'completed');
  }
  toString = () => `${this.name} by ${this.who}`;
}

class Assign implements Command {
  readonly who: number;
  constructor(who: number) {
    this.who = who;
  }
  check = () => true;
  async run(model: Model) {
    const { id } = people[this.who]!;
    const answer = await desk.manager.call('PUT', at(model.id, '/operators'), { add: [{ id }] });
    const closed = model.state === 'completed' || model.state === 'rejected';
    expect(answer.statusCode).toBe(model.gone ? 404 : closed ? 409 : 200);
    const own = model.crew[this.who];
    if (answer.statusCode !== 200 || (own !== undefined && own !== 'rejected')) return;
    model.crew[this.who] = 'assigned';
    model.log.push('assigned');
  }
  toString = () => `assign ${this.who}`;
}

class Cancel implements Command {
  check = () => true;
  async run(model: Model) {
    const answer = await desk.manager.call('DELETE', at(model.id));
    expect(answer.statusCode).toBe(model.gone ? 404 : 200);
    model.gone = true;
  }
  toString = () => 'cancel';
}

test('any sequence of steps by several operators leaves what the rules say', async () => {
  const types = [
    await desk.type({ SLAMinutes: 60 }),
    await desk.type({ SLAMinutes: 60, totalOperatorsRequired: 2 }),
  ];
  const who = fc.nat(people.length - 1);
  const take = fc.tuple(fc.constantFrom(...names), who).map(([name, person]) => new Take(name, person));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(1),
      fc.commands([take, take, take, who.map((person) => new Assign(person)), fc.constant(new Cancel())], {
        maxCommands: 20,
        size: 'max',
      }),
      async (several, commands) => {
        const { id } = await desk.ask({ type: types[several] });
        const model: Model = {
          id,
          needed: several + 1,
          state: 'new',
          crew: [],
          log: ['opened'],
          gone: false,
        };
        await fc.asyncModelRun(() => ({ model, real: null }), commands);
        if (model.gone) return;
        const events = (await desk.asker.call('GET', at(id, '/events'))).json<{ kind: string }[]>();
        expect(events.map(({ kind }) => kind)).toEqual(model.log);
      },
    ),
    { numRuns: 15 },
  );
  // Whatever happened, the counts kept by triggers are those of the rows.
  const { rows } = await server.owner.query(
    `SELECT * FROM (
       SELECT user_id, center_id, high, open, requests FROM service_count WHERE requests <> 0
       EXCEPT ALL
       (SELECT 0, center_id, high, open, count(*) FROM service_request WHERE deleted_at IS NULL GROUP BY 2, 3, 4
        UNION ALL
        SELECT p.user_id, r.center_id, r.high, r.open, count(*) FROM service_operator p
        JOIN service_request r ON r.organisation_id = p.organisation_id AND r.id = p.service_request_id
        WHERE p.status <> 'rejected' AND r.deleted_at IS NULL GROUP BY 1, 2, 3, 4)) apart`,
  );
  expect(rows).toEqual([]);
}, 120_000);
