import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpen, mayStep, openQueues, queueOf, statusOf, stepsFrom } from './mail-state.ts';
import { queues, statusCodes, type Queue } from './mail.ts';

const queue = fc.constantFrom(...queues);
const code = fc.constantFrom(...statusCodes);

test('every queue has one status that leads into it, and the other way round', () => {
  expect(new Set(statusCodes.map(queueOf)).size).toBe(queues.length);
  fc.assert(fc.property(queue, (q) => queueOf(statusOf(q)) === q));
  fc.assert(fc.property(code, (c) => statusOf(queueOf(c)) === c));
});

test('a delivered item takes no step', () => {
  expect(stepsFrom('OUT')).toEqual([]);
  expect(openQueues).toEqual(['IN', 'PENDING', 'TRANSFER', 'CHECKOUT']);
});

test('check-in leads back from everywhere but the check-in queue itself', () => {
  expect(queues.filter((q) => mayStep(q, 'checkin'))).toEqual(['PENDING', 'TRANSFER', 'CHECKOUT']);
});

test('an open item can always be delivered, and any way there ends only by delivery', () => {
  fc.assert(
    fc.property(fc.array(code, { maxLength: 30 }), (wanted) => {
      let at: Queue = 'IN';
      for (const step of wanted) {
        const allowed = mayStep(at, step);
        if (!isOpen(at)) expect(allowed).toBe(false);
        if (allowed) at = queueOf(step);
        expect(isOpen(at)).toBe(mayStep(at, 'out'));
      }
      const delivered = wanted.includes('out');
      expect(at === 'OUT').toBe(delivered);
    }),
  );
});
