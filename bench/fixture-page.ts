import type { CDPSession, Page } from '@playwright/test';

/** From the change of state to the painted frame with the elements, in ms; or until they are gone. For pages with `show`. */
export const shown = (page: Page, selector: string, there: boolean) =>
  page.evaluate(
    ([wanted, what]) =>
      new Promise<number>((resolve, reject) => {
        const begun = performance.now();
        const painted = new MessageChannel();
        painted.port1.onmessage = () => {
          if (Boolean(document.querySelector(what)) === wanted) resolve(performance.now() - begun);
          else reject(new Error('The frame was painted without the change.'));
        };
        (globalThis as unknown as { show: (shown: boolean) => void }).show(wanted);
        // A message posted from the frame's callback arrives once the frame has been laid out and painted.
        requestAnimationFrame(() => painted.port2.postMessage(undefined));
      }),
    [there, selector] as const,
  );

/** Milliseconds of processor time that the page's main thread has used so far. */
export async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}
