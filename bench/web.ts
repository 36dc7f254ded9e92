import type { Page } from '@playwright/test';
import { launch, signIn } from './browser.ts';
import type { Dataset } from './dataset.ts';
import { timeFigure, type Figure } from './measure.ts';

const THERE = 200;
const SCANS = 50;

/** What the sign-in page loads, each file asked for again as gzip and as brotli. */
async function firstLoad(page: Page, url: string): Promise<Figure[]> {
  const loaded: { url: string; kind: string }[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (['script', 'stylesheet', 'document'].includes(kind)) loaded.push({ url: response.url(), kind });
  });
  await page.goto(`${url}/sign-in`, { waitUntil: 'networkidle' });
  const bytes = async (encoding: string, ...kinds: string[]) => {
    const sizes = loaded
      .filter(({ kind }) => kinds.includes(kind))
      .map(async (file) => {
        const answer = await fetch(file.url, { headers: { 'accept-encoding': encoding }, method: 'HEAD' });
        if (answer.headers.get('content-encoding') !== encoding)
          throw new Error(`${file.url} is not ${encoding}`);
        return Number(answer.headers.get('content-length'));
      });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
  };
  const scripts = loaded.filter(({ kind }) => kind === 'script').length;
  return [
    {
      what: 'sign-in page: JavaScript, gzip',
      value: await bytes('gzip', 'script'),
      unit: 'KB',
      atMost: 130,
      more: `${scripts} files`,
    },
    { what: 'sign-in page: JavaScript as sent, brotli', value: await bytes('br', 'script'), unit: 'KB' },
    {
      what: 'sign-in page: everything, brotli',
      value: await bytes('br', 'script', 'stylesheet', 'document'),
      unit: 'KB',
    },
  ];
}

/** Notes for each scan when its Enter went down and when the frame with its row had been drawn. */
function watchScans() {
  const seen = { entered: 0, took: [] as number[] };
  (globalThis as unknown as { seen: typeof seen }).seen = seen;
  const drawn = new MessageChannel();
  drawn.port1.onmessage = () => seen.took.push(performance.now() - seen.entered);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') seen.entered = event.timeStamp;
    },
    true,
  );
  new MutationObserver((changes) => {
    const added = changes.some(({ addedNodes }) =>
      [...addedNodes].some((node) => node instanceof Element && node.matches('li[data-row]')),
    );
    // A message posted from the frame's callback arrives once the frame has been laid out and painted.
    if (added) requestAnimationFrame(() => drawn.port2.postMessage(undefined));
  }).observe(document, { subtree: true, childList: true });
}

async function scan(keyboard: Awaited<ReturnType<typeof sessionOf>>, number: string) {
  const keys = [...number].map((key) => ({ key, text: key }));
  await Promise.all(
    [...keys, { key: 'Enter', text: '\r' }].flatMap((stroke) => [
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke }),
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: stroke.key }),
    ]),
  );
}
const sessionOf = (page: Page) => page.context().newCDPSession(page);
const rowsOf = (page: Page) => page.locator('li[data-row]').count();

/** From the scanner's Enter to the painted row, in a list that is long already. */
async function scanToRow(page: Page, url: string): Promise<Figure[]> {
  await page.addInitScript(watchScans);
  await signIn(page, url);
  await page.goto(`${url}/mail/scan`);
  await page.locator('input:focus').waitFor();
  const keyboard = await sessionOf(page);
  for (let at = 0; at < THERE + SCANS; at += 1) {
    await scan(keyboard, `1Z${String(at).padStart(4, '0')}E930346834${at % 10}`);
    await page.waitForTimeout(at < THERE ? 0 : 150);
  }
  const took = await page.evaluate(() => (globalThis as unknown as { seen: { took: number[] } }).seen.took);
  if ((await rowsOf(page)) !== THERE + SCANS)
    throw new Error(`${await rowsOf(page)} rows of ${THERE + SCANS} scans`);
  return [timeFigure(`scan to painted row, ${THERE} rows there`, took.slice(-SCANS), { atMost: 50 })];
}

/** What a browser waits for. */
export async function web({ client: { url } }: Dataset): Promise<Figure[]> {
  const browser = await launch();
  try {
    const options = { viewport: { width: 1440, height: 900 } };
    const first = await firstLoad(await browser.newPage(options), url);
    return [...first, ...(await scanToRow(await browser.newPage(options), url))];
  } finally {
    await browser.close();
  }
}
