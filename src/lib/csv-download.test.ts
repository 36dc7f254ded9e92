import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { downloadCsv } from './csv-download.ts';

let saved: { name: string; address: string } | undefined;
let given: Blob | undefined;
beforeEach(() => {
  vi.useFakeTimers();
  URL.createObjectURL = vi.fn((blob: Blob) => {
    given = blob;
    return 'blob:1';
  });
  URL.revokeObjectURL = vi.fn();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved = { name: this.download, address: this.href };
  });
});
afterEach(() => vi.useRealTimers());

test('a file under its name that Excel reads as UTF-8, and runs nothing of', async () => {
  downloadCsv('a.csv', {
    head: ['name', 'count'],
    rows: [
      ['=1+1', -2],
      ['Łódź, "B"', undefined],
    ],
  });
  expect(saved).toEqual({ name: 'a.csv', address: 'blob:1' });
  const bytes = new Uint8Array(await given!.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('name,count\r\n\'=1+1,-2\r\n"Łódź, ""B""",\r\n');
});

test('the memory is given back once the browser has read it', () => {
  downloadCsv('a.csv', { head: [], rows: [] });
  expect(URL.revokeObjectURL).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:1');
});
