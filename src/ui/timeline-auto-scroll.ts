import { isRtl } from './timeline-model.ts';

/** Pixels: where it begins, before the edge, and how far it goes in a frame. */
const REACH = 36;
const MOST = 14;
type Point = { x: number; y: number };

/** Scrolls while something is dragged near an edge, and tells after each step; `head`: pixels of the row headers. */
export function autoScroll(scroller: HTMLElement, head: () => number, onScroll: (at: Point) => void) {
  let asked: number | undefined;
  let at: Point = { x: 0, y: 0 };
  const push = (value: number, from: number, to: number) =>
    value < from + REACH
      ? -Math.min(MOST, (from + REACH - value) / 2)
      : value > to - REACH
        ? Math.min(MOST, (value - to + REACH) / 2)
        : 0;
  const step = () => {
    asked = undefined;
    const { left, right, top, bottom } = scroller.getBoundingClientRect();
    const [first, last] = isRtl(scroller) ? [left, right - head()] : [left + head(), right];
    const by = { left: push(at.x, first, last), top: push(at.y, top + REACH, bottom) };
    const before = [scroller.scrollLeft, scroller.scrollTop];
    if (by.left || by.top) scroller.scrollBy({ ...by, behavior: 'instant' });
    if (scroller.scrollLeft === before[0] && scroller.scrollTop === before[1]) return;
    onScroll(at);
    asked ??= requestAnimationFrame(step);
  };
  return {
    towards(point: Point) {
      at = point;
      asked ??= requestAnimationFrame(step);
    },
    stop() {
      if (asked !== undefined) cancelAnimationFrame(asked);
      asked = undefined;
    },
  };
}
