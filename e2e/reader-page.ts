import type { Page } from '@playwright/test';

export type Answer = {
  reads?: {
    text: string;
    format: string;
    bounds?: { x: number; y: number; width: number; height: number };
    certain?: boolean;
  }[];
  /** Why there are none. */
  code?: string;
  ms: number;
};
/** What fixtures/barcodes.js puts on its page. */
type ReaderWindow = {
  barcodes?: {
    readPicture: (address: string) => Promise<Answer>;
    readFrame: (address: string, effort: string) => Promise<Answer>;
  };
};

export async function readPicture(page: Page, address: string): Promise<Answer> {
  await page.waitForFunction(() => 'barcodes' in globalThis);
  return page.evaluate((at) => (globalThis as ReaderWindow).barcodes!.readPicture(at), address);
}

export async function readFrame(page: Page, address: string, effort: 'quick' | 'hard'): Promise<Answer> {
  await page.waitForFunction(() => 'barcodes' in globalThis);
  return page.evaluate(([at, how]) => (globalThis as ReaderWindow).barcodes!.readFrame(at, how), [
    address,
    effort,
  ] as const);
}
