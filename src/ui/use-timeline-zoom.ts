import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isRtl } from './timeline-model.ts';

/** Pixels of an hour. */
const WIDTHS = [16, 24, 36, 48, 64, 88, 120, 168, 240];
/** The working hours fill a wide screen. */
const first = () => WIDTHS.indexOf(window.innerWidth >= 1200 ? 88 : 64);

/**
 * How wide an hour is. Another width keeps what is in the middle there, or under the mouse where its wheel turns
 * with Ctrl held. `from`: minutes of the axis in sight at first; `head`: pixels of the row headers.
 */
export function useTimelineZoom(scroller: RefObject<HTMLElement | null>, head: number, from: number) {
  const [index, setIndex] = useState(first);
  const minute = WIDTHS[index]! / 60;
  const latest = useRef({ minute, head });
  /** Minutes of the axis that stay where they are: so many pixels after the row headers. */
  const anchor = useRef<{ minutes: number; at: number }>(undefined);

  const zoom = useCallback(
    (steps: number, clientX?: number) => {
      const element = scroller.current;
      if (!element) return;
      const rtl = isRtl(element);
      const now = latest.current;
      const { left, right } = element.getBoundingClientRect();
      const middle = (element.clientWidth - now.head) / 2;
      const at = clientX === undefined ? middle : (rtl ? right - clientX : clientX - left) - now.head;
      anchor.current = { minutes: (Math.abs(element.scrollLeft) + at) / now.minute, at };
      setIndex((old) => Math.max(0, Math.min(WIDTHS.length - 1, old + steps)));
    },
    [scroller],
  );
  useLayoutEffect(() => {
    latest.current = { minute, head };
    const element = scroller.current;
    if (!element) return;
    const kept = anchor.current ?? { minutes: from, at: 0 };
    element.scrollLeft = (kept.minutes * minute - kept.at) * (isRtl(element) ? -1 : 1);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- at first, and when the width changes
  }, [minute]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // React listens passively to the wheel; the page must not zoom here.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      if (event.deltaY !== 0) zoom(event.deltaY < 0 ? 1 : -1, event.clientX);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [scroller, zoom]);

  return { minute, zoom, wider: index < WIDTHS.length - 1, narrower: index > 0 };
}
