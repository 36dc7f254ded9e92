import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** One line of the table. */
export type Figure = {
  what: string;
  value: number;
  unit: string;
  /** Missed when the value is above it. */
  atMost?: number;
  /** How it spreads, or what it is made of. */
  more?: string;
};

export type Times = { p50: number; p95: number; max: number };

export function timesOf(samples: readonly number[]): Times {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1)! };
}

const text = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 3 : value < 1000 ? 3 : 4 });

/** The median as a figure, with the rest beside it. */
export const timeFigure = (what: string, samples: readonly number[], more: Partial<Figure> = {}): Figure => {
  const { p50, p95, max } = timesOf(samples);
  return {
    what,
    value: p50,
    unit: 'ms',
    more: `p95 ${text(p95)}, worst ${text(max)} of ${samples.length}`,
    ...more,
  };
};

/** Milliseconds one run takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Runs works by turns, so that what else the machine does falls on all of them alike; the first turns warm up. */
export async function byTurns(
  turns: number,
  works: (() => Promise<unknown>)[],
  warmUp = 30,
): Promise<number[][]> {
  const samples = works.map((): number[] => []);
  for (let turn = -warmUp; turn < turns; turn += 1)
    for (const [at, work] of works.entries()) {
      const took = await timed(work);
      if (turn >= 0) samples[at]!.push(took);
    }
  return samples;
}

export function machine(): string {
  const load = loadavg()[0]!.toFixed(1);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus()[0]?.model ?? 'unknown processor'} × ${availableParallelism()}, ${memory} GB, Node ${process.versions.node}, load ${load}`;
}

/** The figures as a Markdown table, as docs/performance.md holds them. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, atMost, more = '' }) => [
    what,
    `${text(value)} ${unit}`,
    atMost === undefined ? '' : `≤ ${text(atMost)} ${unit}${value <= atMost ? '' : ' **missed**'}`,
    more,
  ]);
  const all = [['', 'median or total', 'budget', 'more'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [
    line(all[0]!),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...all.slice(1).map(line),
  ].join('\n');
}
