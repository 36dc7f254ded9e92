import { expect, test } from 'vitest';
import { assetNumberOf } from '#contract/assets.ts';
import { labelAddress } from './label-address.ts';

test('the QR code of a label is an address that every scan reads as its asset', () => {
  const address = labelAddress(4711);
  expect(new URL(address).origin).toBe(window.location.origin);
  expect(assetNumberOf(address)).toBe(4711);
  for (const code of [`${address}/history`, `${address}x`, 'https://x/assets/0', 'https://x/other/assets/5'])
    expect(assetNumberOf(code)).toBeUndefined();
});
