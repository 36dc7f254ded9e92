import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

test('what spreadsheets write is read, in whatever encoding', () => {
  const text = 'Müller;Łódź';
  expect(decodeText(new TextEncoder().encode(text))).toBe(text);
  expect(decodeText(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text);
  const wide = (little: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * text.length + 2));
    for (const [n, char] of [...`\uFEFF${text}`].entries()) view.setUint16(2 * n, char.charCodeAt(0), little);
    return new Uint8Array(view.buffer);
  };
  expect(decodeText(wide(true))).toBe(text);
  expect(decodeText(wide(false))).toBe(text);
  expect(decodeText(new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]))).toBe('Müller');
});
