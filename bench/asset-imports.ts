import { MAX_IMPORT_ASSETS, partRows } from '#contract/imports.ts';
import type { Client } from './client.ts';
import { timed, type Figure } from './measure.ts';

const PART = partRows.assets!;

/** A register: every asset with a label and a serial number, of five hundred models, in some of these spaces. */
function fileOf(rows: number, spaces: readonly string[]): string {
  const line = (_: unknown, n: number) =>
    `IT-${String(n).padStart(7, '0')},SN${(n * 7919).toString(36)},Model ${n % 500},Maker ${n % 40},Kind ${n % 12},${spaces[n % spaces.length]!},Ready to Deploy,${n}.99`;
  return `Asset Tag,Serial,Model,Manufacturer,Category,Location,Status,Purchase Cost\n${Array.from({ length: rows }, line).join('\n')}\n`;
}

/** A register is checked, written part by part, and once more, when there is nothing left to do. */
export async function assetImports(
  client: Client,
  spaces: readonly string[],
  rows: number = MAX_IMPORT_ASSETS,
): Promise<Figure[]> {
  const order = { csv: fileOf(rows, spaces), options: { defaults: { otherColumns: 'keep' } } };
  const checked = await timed(() => client.call('POST', '/imports/assets/preview', order));
  const parts: number[] = [];
  const all = async () => {
    for (let from = 0; from < rows; from += PART)
      parts.push(
        // One after the other, as the screen sends them.
        // oxlint-disable-next-line no-await-in-loop
        await timed(() => client.call('POST', '/imports/assets', { ...order, part: { from, count: PART } })),
      );
  };
  const written = await timed(all);
  const longest = Math.max(...parts);
  const again = await timed(all);
  return [
    { what: `import of ${rows.toLocaleString('en')} assets: checked`, value: checked, unit: 'ms' },
    {
      what: `written in parts of ${PART}`,
      value: written,
      unit: 'ms',
      more: `${(written / rows).toFixed(2)} ms each; the longest part ${Math.round(longest)} ms`,
    },
    { what: 'imported again, nothing to do', value: again, unit: 'ms' },
  ];
}
