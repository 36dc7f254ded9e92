import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MoveEvent } from '#contract/moves-work.ts';
import type { MoveStatusCode } from '#contract/moves.ts';
import { testServer } from '../../../test/app.ts';
import { moveDesk } from '../../../test/moves.ts';
import { stepFrom, type Standing } from './machine.ts';

const server = await testServer();
const desk = await moveDesk(server);
const { asker, boss, manager, worker } = desk;
const people = { asker, boss, manager, worker };
type Who = keyof typeof people;

/** Written down apart from the machine: where a step leads from a status; the same status: it has been taken. */
const ways: Record<string, Partial<Record<MoveStatusCode, MoveStatusCode>>> = {
  approve: { pen: 'apr', apr: 'apr', sub: 'sub' },
  reject: { pen: '0', apr: '0', sub: '0', '0': '0' },
  reopen: { pen: 'pen', apr: 'pen', sub: 'pen', '0': 'pen' },
  start: { apr: 'sub', sub: 'sub' },
};
const kinds: Record<string, string> = {
  approve: 'approved',
  reject: 'rejected',
  reopen: 'reopened',
  start: 'started',
  archive: 'archived',
  unarchive: 'unarchived',
};
const may = (who: Who, step: string) =>
  step === 'archive' || step === 'unarchive'
    ? true
    : step === 'start'
      ? who !== 'asker'
      : who === 'boss' || who === 'manager';
const byStatus: Record<string, MoveStatusCode> = { approve: 'apr', reject: '0', reopen: 'pen', start: 'sub' };

test('any steps by anybody, by their own addresses or as a status, go the documented way', async () => {
  const command = fc.record({
    who: fc.constantFrom<Who>('asker', 'boss', 'manager', 'worker'),
    step: fc.constantFrom('approve', 'reject', 'reopen', 'start', 'archive', 'unarchive'),
    put: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 14 }), async (commands) => {
      const { id } = await desk.filed();
      let model = { code: 'pen' as MoveStatusCode, archived: false };
      const log = ['opened'];
      for (const { who, step, put } of commands) {
        const status = put ? byStatus[step] : undefined;
        const answer = status
          ? await people[who].call('PUT', `/move/requests/${id}`, { status: desk.status(status) })
          : await desk.step(id, step, people[who], { note: 'because' });
        const said = [who, step, put, answer.statusCode, answer.body];
        let next = model;
        let expected = 200;
        if (status === model.code) {
          // A status that it has is no wish.
        } else if (!may(who, step)) expected = 403;
        else if (step === 'archive' || step === 'unarchive') {
          if (step === 'archive' && model.code === 'pen' && !model.archived) expected = 409;
          else next = { ...model, archived: step === 'archive' };
        } else if (model.archived || (status === 'apr' && model.code === 'sub')) expected = 409;
        else {
          const code = ways[step]![model.code];
          if (code === undefined) expected = 409;
          else next = { ...model, code };
        }
        expect(said).toEqual([who, step, put, expected, expect.anything()]);
        if (next.code !== model.code || next.archived !== model.archived) log.push(kinds[step]!);
        model = next;
        const shown = await desk.show(id);
        expect([shown.status.code, shown.approved, shown.archivedAt !== undefined]).toEqual([
          model.code,
          model.code === 'apr' || model.code === 'sub',
          model.archived,
        ]);
        expect(shown.approvedBy === undefined).toBe(!shown.approved);
      }
      const events = await desk.get<MoveEvent[]>(`/move/requests/${id}/events`);
      expect(events.map(({ kind }) => kind)).toEqual(log);
    }),
    { numRuns: 12 },
  );
});

test('no step of any standing takes back what has taken effect, or approves without a step', () => {
  const standing = fc.record<Standing>({
    code: fc.constantFrom<MoveStatusCode>('pen', 'apr', 'sub', 'don', '0'),
    approved: fc.boolean(),
    archived: fc.boolean(),
    effected: fc.boolean(),
  });
  const step = fc.constantFrom(
    ...(['approve', 'reject', 'reopen', 'start', 'archive', 'unarchive'] as const),
  );
  fc.assert(
    fc.property(standing, step, (now, taken) => {
      const then = stepFrom(now, taken);
      if (!then || 'why' in then) return;
      if (now.effected || now.code === 'don') expect(then.code).toBe(now.code);
      if (then.approved && !now.approved) expect(taken).toBe('approve');
      // What is done has taken effect, and no step has.
      if (then.code === 'don') expect(now.code).toBe('don');
      if (then.archived !== now.archived) expect(['archive', 'unarchive']).toContain(taken);
    }),
  );
});
