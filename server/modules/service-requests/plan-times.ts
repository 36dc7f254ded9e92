import { invalid } from '#server/lib/app-error.ts';
import { expand, RuleError } from '#server/lib/recurrence.ts';
import { instantOf, localTimeOf } from '#server/lib/zone-time.ts';

/** A plan ends after so many times or years: daily, that is more than ten years. */
const MOST = 4000;
const YEARS = 20;

export type Repeating = { rule: string; start: string; zone: string };

/** The start as the clocks say it, in full. @throws 400 for a date that there is not */
export function startOf(text: string): string {
  try {
    return localTimeOf(instantOf(text, 'UTC'), 'UTC');
  } catch {
    throw invalid('start', 'is a date that there is not');
  }
}

/** The next times after the instant, in epoch milliseconds, ascending. Pure. @throws 400 for a rule that is none */
export function timesAfter({ rule, start, zone }: Repeating, after: number, most: number): number[] {
  try {
    const { times } = expand({ rule, start, zone }, { most: MOST, years: YEARS });
    const found: number[] = [];
    for (const time of times) {
      const at = instantOf(time, zone);
      if (at > after) found.push(at);
      if (found.length === most) break;
    }
    return found;
  } catch (error) {
    throw error instanceof RuleError ? invalid('rule', error.message) : error;
  }
}
