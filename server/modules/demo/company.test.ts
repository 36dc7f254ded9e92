import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courierNames } from '#contract/tracking-number.ts';
import { demoAccountList } from '#server/modules/account/service.ts';
import { makeCompany } from './company.ts';

const catalogue = {
  couriers: ['OTHER', ...Object.keys(courierNames).map((code) => code.toUpperCase())],
  packageTypes: ['env', 'box', 'bag'],
};
const companyOf = (seed: number, now: Date) => makeCompany(seed, now, demoAccountList, catalogue);
const noon = new Date('2026-03-04T12:00:00Z');

describe('the company is made of the seed and the day', () => {
  test('the same twice', () => {
    expect(companyOf(1, noon)).toEqual(companyOf(1, noon));
  });

  test('another for another seed', () => {
    const [one, other] = [companyOf(1, noon), companyOf(2, noon)];
    expect(one.people.map(({ email }) => email)).not.toEqual(other.people.map(({ email }) => email));
    expect(one.parcels.slice(0, 50)).not.toEqual(other.parcels.slice(0, 50));
  });

  test('the people are the same on every day', () => {
    const emails = (now: string) => companyOf(1, new Date(now)).people.map(({ email }) => email);
    expect(emails('2026-03-04T12:00:00Z')).toEqual(emails('2027-07-19T05:00:00Z'));
  });

  test('later the same day nothing that had happened is different', () => {
    const [early, late] = ['2026-03-04T09:10:00Z', '2026-03-04T19:50:00Z'].map((now) =>
      companyOf(1, new Date(now)),
    );
    expect(late!.people).toEqual(early!.people);
    expect(late!.parcels.length).toBeGreaterThan(early!.parcels.length);
    const soFar = early!.parcels.map(({ trackingNumber, steps }, index) => {
      const then = late!.parcels[index]!;
      return [
        { trackingNumber, steps },
        { trackingNumber: then.trackingNumber, steps: then.steps.slice(0, steps.length) },
      ];
    });
    expect(soFar.map(([, then]) => then)).toEqual(soFar.map(([now]) => now));
  });
});

test('at any time and with any seed it keeps its promises', () => {
  // From the winter of one year over both changes of the clocks to the next.
  const moment = fc.date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2027-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), moment, (seed, now) => {
      const { people, places, parcels } = companyOf(seed, now);
      expect(people).toHaveLength(600);
      expect(places.spaces).toHaveLength(400);
      expect(new Set(people.map(({ email }) => email)).size).toBe(600);
      expect(new Set(people.map(({ employeeId }) => employeeId)).size).toBe(600);
      const address = /^[a-z]+(\.[a-z]+\d*)?@[a-z]+\.example$/;
      expect(people.filter(({ email }) => !address.test(email))).toEqual([]);
      expect(parcels.length).toBeGreaterThan(5500);
      expect(parcels.length).toBeLessThan(6600);
      const open = parcels.filter(({ queue }) => queue !== 'OUT');
      expect(new Set(open.map(({ queue }) => queue)).size).toBe(4);
      const inside = open.filter(({ queue }) => queue === 'IN').length;
      expect(inside).toBeGreaterThan(100);
      expect(inside).toBeLessThan(280);
      const events = parcels.flatMap(({ steps, remarks }) => [...steps, ...remarks]);
      expect(Math.max(...events.map(({ at }) => at))).toBeLessThanOrEqual(now.getTime());
      const disordered = parcels.filter(({ steps }) =>
        steps.some((step, index) => index > 0 && step.at <= steps[index - 1]!.at),
      );
      expect(disordered).toEqual([]);
    }),
    { numRuns: 10 },
  );
}, 60_000);
