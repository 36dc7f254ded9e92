import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// The first view of a file waits for its chunks to be compiled; a busy machine takes its time.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

// What jsdom lacks and Mantine asks for.
globalThis.matchMedia = ((media: string) => ({
  matches: false,
  media,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
})) as typeof globalThis.matchMedia;
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof ResizeObserver;
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number) {
  if (typeof to === 'object') this.scrollTop = to.top ?? this.scrollTop;
} as typeof Element.prototype.scrollTo;
window.scrollTo = () => {};
// Growing text boxes measure themselves anew when a font has come.
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
// Nothing is drawn either.
const paper = { fillRect() {}, clearRect() {}, beginPath() {}, closePath() {}, scale() {} };
HTMLCanvasElement.prototype.getContext = (() => paper) as never;

// jsdom lays nothing out, so every list would be zero pixels high and the grid would draw no row.
Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => 1024 },
  clientHeight: { configurable: true, get: () => 640 },
  offsetWidth: { configurable: true, get: () => 1024 },
  offsetHeight: { configurable: true, get: () => 640 },
});

/** A stream of changes on which nothing ever happens; tests of the stream bring their own. */
globalThis.EventSource = class {
  onopen = null;
  onmessage = null;
  onerror = null;
  close() {}
} as unknown as typeof EventSource;

afterEach(() => {
  cleanup();
  // Files share the document.
  document.body.replaceChildren();
  localStorage.clear();
});
