import type { Dataset } from './dataset.ts';
import { byTurns, timeFigure, timesOf, type Figure } from './measure.ts';

/** What it costs to prove with every call who one is. */
export async function calls({ client, byHeaders }: Dataset): Promise<Figure[]> {
  const [cookie, headers] = (await byTurns(300, [
    () => client.call('GET', '/mail/packageTypes'),
    () => byHeaders.call('GET', '/mail/packageTypes'),
  ])) as [number[], number[]];
  return [
    timeFigure('a small call by cookie', cookie),
    timeFigure('the same by header credentials', headers, {
      more: `p95 ${timesOf(headers).p95.toFixed(2)}; the password is checked once, then known for a minute`,
    }),
  ];
}
