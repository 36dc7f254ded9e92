import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpen, mayStep, queueOf } from '#contract/mail-state.ts';
import { queues, type MailItem, type Queue, type StatusCode } from '#contract/mail.ts';
import { mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();

/** What the desk should hold: per parcel its queue and its codes, and which open parcel has a number. */
type Model = { parcels: { id: number; number: string; queue: Queue; codes: StatusCode[]; gone: boolean }[] };
type Real = { run: number };
type Command = fc.AsyncCommand<Model, Real>;

const paths = { pending: 'pending', transfer: 'transfer', checkout: 'checkout', out: 'deliver' } as const;
const openWith = (model: Model, number: string) =>
  model.parcels.find((parcel) => parcel.number === number && !parcel.gone && isOpen(parcel.queue));

class CheckIn implements Command {
  readonly numbers: string[];
  constructor(numbers: string[]) {
    this.numbers = numbers;
  }
  check = () => true;
  async run(model: Model, { run }: Real) {
    const bodies = this.numbers.map((number) => ({ trackingNumber: `run ${run} ${number}` }));
    const items = await desk.scanAll(bodies);
    expect(items).toHaveLength(bodies.length);
    const met = new Set<string>();
    for (const [index, number] of this.numbers.entries()) {
      const item = items[index]!;
      const there = openWith(model, number);
      expect(item.currentQueue).toBe('IN');
      expect(item.duplicate ?? false).toBe(there !== undefined && (there.queue === 'IN' || met.has(number)));
      if (there) {
        expect(item.id).toBe(there.id);
        if (there.queue !== 'IN') there.codes.push('checkin');
        there.queue = 'IN';
      } else model.parcels.push({ id: item.id, number, queue: 'IN', codes: ['checkin'], gone: false });
      met.add(number);
    }
  }
  toString = () => `check in ${this.numbers.join(', ')}`;
}

class Step implements Command {
  readonly at: number;
  readonly code: keyof typeof paths;
  readonly note: boolean;
  constructor(at: number, code: keyof typeof paths, note: boolean) {
    this.at = at;
    this.code = code;
    this.note = note;
  }
  check = (model: Readonly<Model>) => model.parcels.length > 0;
  async run(model: Model) {
    const parcel = model.parcels[this.at % model.parcels.length]!;
    const answer = await desk.step(parcel.id, paths[this.code], this.note ? { note: 'x' } : undefined);
    if (parcel.gone) return expect(answer.statusCode).toBe(404);
    if (!mayStep(parcel.queue, this.code)) return expect(answer.statusCode).toBe(409);
    expect(answer.statusCode).toBe(200);
    if (this.note || parcel.queue !== queueOf(this.code)) parcel.codes.push(this.code);
    parcel.queue = queueOf(this.code);
    expect(answer.json<MailItem>().currentQueue).toBe(parcel.queue);
  }
  toString = () => `${this.code} of parcel ${this.at}`;
}

class DeliverMany implements Command {
  readonly places: number[];
  constructor(places: number[]) {
    this.places = places;
  }
  check = (model: Readonly<Model>) => model.parcels.length > 0;
  async run(model: Model) {
    const chosen = [...new Set(this.places.map((at) => model.parcels[at % model.parcels.length]!))];
    const body = chosen.map(({ id }) => ({ id }));
    const answer = await desk.clerk.call('PUT', '/mail/items/deliver', body);
    const refused = chosen.some(({ gone }) => gone)
      ? 404
      : chosen.some(({ queue }) => queue === 'OUT')
        ? 409
        : 200;
    expect(answer.statusCode).toBe(refused);
    if (refused !== 200) return;
    for (const parcel of chosen) {
      parcel.queue = 'OUT';
      parcel.codes.push('out');
    }
  }
  toString = () => `deliver ${this.places.join(', ')}`;
}

class Remove implements Command {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
  check = (model: Readonly<Model>) => model.parcels.length > 0;
  async run(model: Model) {
    const parcel = model.parcels[this.at % model.parcels.length]!;
    const answer = await desk.manager.call('DELETE', `/mail/items/${parcel.id}`);
    expect(answer.statusCode).toBe(parcel.gone ? 404 : 200);
    parcel.gone = true;
  }
  toString = () => `remove parcel ${this.at}`;
}

/** Every list and count must tell the same story as the model. */
class Look implements Command {
  check = () => true;
  async run(model: Model, { run }: Real) {
    const search = encodeURIComponent(`run ${run} `);
    const read = async <T>(path: string) => (await desk.clerk.call('GET', path)).json<T>();
    const items = await read<MailItem[]>(`/mail/items?limit=500&search=${search}`);
    const there = model.parcels.filter(({ gone }) => !gone);
    expect(
      items.map(({ id, currentQueue, statuses }) => [
        id,
        currentQueue,
        statuses.map(({ type }) => type.code),
      ]),
    ).toEqual(there.toSorted((a, b) => a.id - b.id).map(({ id, queue, codes }) => [id, queue, codes]));
    const { counts } = await read<{ counts: Record<Queue, number> }>(`/mail/items/counts?search=${search}`);
    for (const queue of queues) {
      const ids = there.filter((parcel) => parcel.queue === queue).map(({ id }) => id);
      expect(counts[queue]).toBe(ids.length);
      expect(await read(`/mail/items/ids?search=${search}&queue=${queue}`)).toEqual(
        ids.toSorted((a, b) => a - b),
      );
    }
  }
  toString = () => 'look';
}

test('any sequence of scans, steps, deliveries and removals leaves what the rules say', async () => {
  const number = fc.constantFrom('A', 'B', 'C');
  const at = fc.nat(9);
  const step = fc.tuple(at, fc.constantFrom('pending', 'transfer', 'checkout', 'out'), fc.boolean());
  let run = 100;
  await fc.assert(
    fc.asyncProperty(
      fc.commands(
        [
          fc.array(number, { minLength: 1, maxLength: 4 }).map((numbers) => new CheckIn(numbers)),
          step.map((parts) => new Step(...(parts as [number, keyof typeof paths, boolean]))),
          step.map((parts) => new Step(...(parts as [number, keyof typeof paths, boolean]))),
          fc.array(at, { minLength: 1, maxLength: 3 }).map((places) => new DeliverMany(places)),
          at.map((place) => new Remove(place)),
          fc.constant(new Look()),
        ],
        { maxCommands: 25 },
      ),
      async (commands) => {
        run += 1;
        const look = new Look();
        const model: Model = { parcels: [] };
        await fc.asyncModelRun(() => ({ model, real: { run } }), commands);
        await look.run(model, { run });
      },
    ),
    { numRuns: 25 },
  );
}, 180_000);
