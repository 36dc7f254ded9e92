import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '#server/lib/root.ts';

const file = resolve(projectRoot, '../shared/data/tracking-numbers/test-numbers.csv');

/** A valid number of this courier that its carrier has published. No field of the file holds a comma. */
export function publishedNumber(courierCode: string, place = 0): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const numbers = lines.flatMap((line) => {
    const [code, , , , expected, number] = line.split(',');
    return code === courierCode && expected === 'valid' ? [number!.trim()] : [];
  });
  const number = numbers[place];
  if (!number) throw new Error(`${file}: no valid number ${place} of ${courierCode}`);
  return number;
}
