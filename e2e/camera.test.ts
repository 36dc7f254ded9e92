import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { drawCode } from './drawn-codes.ts';
import { filmed, test } from './fixture-browser.ts';
import { expectAccessible } from './fixtures.ts';

const pretend = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const showing = (film: string) => [...pretend, `--use-file-for-fake-video-capture=${film}`];

type Scan = { text: string; format: string; at: number };
const scansOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { scans: Scan[] }).scans);
/** Whether the camera films: its light is on. */
const isFilming = (page: Page) =>
  page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject as MediaStream | null | undefined;
    return stream?.getVideoTracks()[0]?.readyState === 'live';
  });
/** A sheet with a parcel's number above a code for the sorter. */
async function label(): Promise<Buffer> {
  const number = await drawCode('code128', '1Z999AA10123456784');
  const sorter = await drawCode('qrcode', 'SORT 042', { scale: 5 });
  return sharp({ create: { width: 900, height: 800, channels: 3, background: '#fff' } })
    .composite([
      { input: number, left: 60, top: 60 },
      { input: sorter, left: 60, top: 440 },
    ])
    .png()
    .toBuffer();
}
const paper = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#eee' } })
    .png()
    .toBuffer();
const choose = (page: Page, buffer: Buffer, name = 'label.png') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });

test('scans one code after the other from the camera, each once', async ({ open, film }) => {
  test.setTimeout(120_000);
  const page = await open('camera.html', { args: showing(film) });
  await expect
    .poll(async () => new Set((await scansOf(page)).map(({ text }) => text)).size, { timeout: 90_000 })
    .toBe(filmed.length);
  const scans = await scansOf(page);
  for (const { text, format } of scans)
    expect(filmed.map((code) => ({ text: code.text, format: code.format }))).toContainEqual({ text, format });
  // Each is shown for two seconds, sixty frames, and then not for six.
  for (const [at, scan] of scans.entries())
    for (const later of scans.slice(at + 1))
      if (later.text === scan.text) expect(later.at - scan.at).toBeGreaterThan(3500);
  const last = scans.at(-1)!.text;
  await expect(page.getByRole('region', { name: 'Scan parcels' })).toContainText(last);
  await expect(page.getByRole('status')).toContainText(/^Scanned /);
});

test('gives the camera free in the background and when it is closed, and takes it again', async ({
  open,
  film,
}) => {
  test.setTimeout(90_000);
  const page = await open('camera.html', { args: showing(film) });
  await expect.poll(() => isFilming(page)).toBe(true);
  const turnTo = (state: string) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await turnTo('hidden');
  await expect.poll(() => isFilming(page)).toBe(false);
  const before = (await scansOf(page)).length;
  await turnTo('visible');
  await expect.poll(() => isFilming(page)).toBe(true);
  await expect.poll(async () => (await scansOf(page)).length, { timeout: 60_000 }).toBeGreaterThan(before);
  const track = await page.evaluateHandle(
    () => (document.querySelector('video')!.srcObject as MediaStream).getVideoTracks()[0]!,
  );
  await page.getByRole('button', { name: 'Close the camera' }).click();
  expect(await track.evaluate(({ readyState }) => readyState)).toBe('ended');
});

test('offers a choice where there are several cameras, and remembers it', async ({ open }) => {
  const page = await open('camera.html', { args: [pretend[0]!, `${pretend[1]}=device-count=3`] });
  const choice = page.getByRole('combobox', { name: 'Camera' });
  await expect(choice.getByRole('option')).toHaveCount(3);
  const other = await choice.locator('option:not(:checked)').first().getAttribute('value');
  await choice.selectOption(other);
  const current = () =>
    page.evaluate(() => {
      const stream = document.querySelector('video')?.srcObject as MediaStream | null;
      return stream?.getVideoTracks()[0]?.getSettings().deviceId;
    });
  await expect.poll(current).toBe(other);
  await page.reload();
  await expect.poll(current).toBe(other);
});

test('has switches for sound and light, where there is a light', async ({ open }) => {
  const page = await open('camera.html', {
    args: pretend,
    // Chromium's pretended camera has no light.
    before: () => {
      const { getCapabilities } = MediaStreamTrack.prototype;
      MediaStreamTrack.prototype.getCapabilities = function () {
        return { ...getCapabilities.call(this), torch: true };
      };
      MediaStreamTrack.prototype.applyConstraints = async (wished) => {
        document.documentElement.dataset.light = JSON.stringify(wished?.advanced);
      };
    },
  });
  const light = page.getByRole('button', { name: 'Light' });
  await light.click();
  await expect(light).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('html')).toHaveAttribute('data-light', '[{"torch":true}]');
  await light.click();
  await expect(light).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('html')).toHaveAttribute('data-light', '[{"torch":false}]');

  const sound = page.getByRole('button', { name: 'Sound' });
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  await sound.click();
  await page.reload();
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
});

test('says that the reader does not load, and goes on when it does', async ({ open, film }) => {
  test.setTimeout(90_000);
  const page = await open('camera.html', { args: showing(film), lacking: /barcode-worker/ });
  const alert = page.getByRole('region').getByRole('alert');
  await expect(alert).toContainText('The barcode reader did not start.');
  await page.unroute(/barcode-worker/);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(async () => (await scansOf(page)).length, { timeout: 60_000 }).toBeGreaterThan(0);
  await expect(alert).toBeHidden();
});

test.describe('without a camera', () => {
  test('says that none was found, and scans from a picture', async ({ open }) => {
    const page = await open('camera.html');
    await expect(page.getByRole('alert')).toContainText('No camera was found.');
    await choose(page, await drawCode('datamatrix', 'FROM-A-PICTURE', { scale: 5 }));
    await expect(page.getByRole('region')).toContainText('FROM-A-PICTURE');
    await choose(page, await drawCode('qrcode', '?unknown', { scale: 5 }), 'other.png');
    await expect(page.getByRole('status')).toHaveText('?unknown needs a look');
    expect((await scansOf(page)).map(({ text }) => text)).toEqual(['FROM-A-PICTURE', '?unknown']);
  });

  test('says how to allow it where it was refused', async ({ open }) => {
    const page = await open('camera.html', { args: [pretend[1]!, '--deny-permission-prompts'] });
    await expect(page.getByRole('alert')).toContainText('The camera is blocked for this site.');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('asks for https on a page without it, and still scans from a picture', async ({ open }) => {
    const page = await open('camera.html', {
      host: 'desk.example',
      args: [...pretend, '--host-resolver-rules=MAP desk.example 127.0.0.1'],
    });
    await expect(page.getByRole('alert')).toContainText('over https');
    await choose(page, await drawCode('code128', 'PARCEL-1'));
    await expect(page.getByRole('region')).toContainText('PARCEL-1');
  });

  test('loads the reader with the first picture only, and from nowhere else', async ({ open, site }) => {
    const page = await open('camera.html');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await expect(page.getByRole('alert')).toBeVisible();
    expect(asked.filter((url) => /wasm|worker/.test(url))).toEqual([]);
    await choose(page, await drawCode('qrcode', 'PARCEL-2'));
    await expect(page.getByRole('region')).toContainText('PARCEL-2');
    expect(asked.filter((url) => /wasm/.test(url))).toHaveLength(1);
    const elsewhere = asked.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'));
    expect(elsewhere).toEqual([]);
  });

  test('tells what is wrong with a picture', async ({ open }) => {
    const page = await open('camera.html');
    const alert = page.getByRole('region').getByRole('alert').last();
    await choose(page, Buffer.alloc(0));
    await expect(alert).toHaveText('The file is empty. Choose another picture.');
    await choose(page, Buffer.from('no picture'), 'broken.png');
    await expect(alert).toContainText('cannot be read as a picture');
    await choose(page, await paper(), 'paper.png');
    await expect(alert).toContainText('No code was found');
    expect(await scansOf(page)).toEqual([]);
  });

  test('asks which one, of several codes in a picture', async ({ open }) => {
    const page = await open('camera.html');
    await choose(page, await label());
    const several = page.getByRole('group', { name: 'The picture has several codes. Which one?' });
    await expect(several.getByRole('button')).toHaveCount(2);
    expect(await scansOf(page)).toEqual([]);
    await expectAccessible(page);
    await several.getByRole('button', { name: '1Z999AA10123456784' }).click();
    expect((await scansOf(page)).map(({ text }) => text)).toEqual(['1Z999AA10123456784']);
    await expect(several).toBeHidden();
  });
});

test('fits a thumb and a screen reader', async ({ open, isMobile }) => {
  const page = await open('camera.html', { args: [pretend[0]!, `${pretend[1]}=device-count=2`] });
  await expect(page.getByRole('combobox', { name: 'Camera' })).toBeVisible();
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth: full, clientWidth: seen } = document.documentElement;
    return { scrollWidth: full, clientWidth: seen };
  });
  expect(scrollWidth).toBe(clientWidth);
  if (isMobile)
    for (const control of await page.getByRole('region').locator('button, select').all())
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page);
});
