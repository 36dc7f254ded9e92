import { assetPath } from '#contract/assets.ts';

/** What the QR code of an asset's label says: its page, under the address by which this page was reached. */
export const labelAddress = (asset: number): string => new URL(assetPath(asset), window.location.origin).href;
