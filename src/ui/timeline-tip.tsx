import { useEffect, useState } from 'react';
import classes from './timeline-bar.module.css';
import { isRtl, type TimelineModel } from './timeline-model.ts';
import type { TimelineBar } from './timeline-types.ts';
import { rangeOf, rowName } from './timeline-words.ts';

const DELAY_MS = 350;
const WIDTH = 260;
type Shown = { bar: TimelineBar; row: string; time: string; x: number; y: number; above: boolean };

/**
 * What a bar is, in full, while the mouse rests on it or the focus is there. One for all bars. Readers hear the
 * same as the bar's name.
 */
export function TimelineTip({ root, model }: { root: HTMLElement | null; model: () => TimelineModel }) {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    if (!root) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setShown(undefined);
    };
    const show = (element: HTMLElement) => {
      const now = model();
      const bar = now.bars.get(element.dataset.bar ?? '');
      const laid = now.rows.get(bar?.rowId ?? '');
      if (!bar || !laid || !element.isConnected) return;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const frame = root.getBoundingClientRect();
      const first = isRtl(root) ? right - WIDTH : left;
      const above = bottom + 110 > window.innerHeight;
      setShown({
        bar,
        row: rowName(laid.row),
        time: rangeOf(bar, now.timeZone),
        x: Math.max(frame.left + 4, Math.min(first, frame.right - WIDTH - 4)),
        y: above ? window.innerHeight - top + 6 : bottom + 6,
        above,
      });
    };
    const over = ({ target, pointerType, buttons }: PointerEvent) => {
      const element = (target as Element).closest<HTMLElement>('[data-bar]');
      clearTimeout(timer);
      if (!element || pointerType === 'touch' || buttons > 0) return setShown(undefined);
      timer = setTimeout(() => show(element), DELAY_MS);
    };
    const focus = ({ target }: FocusEvent) => {
      const element = (target as Element).closest<HTMLElement>('[data-bar]');
      // By the keyboard; a press of the mouse is about to drag or to open.
      if (element?.matches(':focus-visible')) setTimeout(() => show(element));
      else hide();
    };
    const key = ({ key: pressed }: KeyboardEvent) => {
      if (pressed === 'Escape') hide();
    };
    const ends = new AbortController();
    const { signal } = ends;
    root.addEventListener('pointerover', over, { signal });
    root.addEventListener('pointerleave', hide, { signal });
    root.addEventListener('pointerdown', hide, { signal });
    root.addEventListener('focusin', focus, { signal });
    root.addEventListener('focusout', hide, { signal });
    root.addEventListener('keydown', key, { signal });
    root.addEventListener('scroll', hide, { signal, capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [root, model]);

  if (!shown) return null;
  const { bar, x, y, above } = shown;
  const Icon = bar.state.icon;
  return (
    <div
      className={classes.tip}
      aria-hidden="true"
      style={{ left: x, width: WIDTH, ...(above ? { bottom: y } : { top: y }) }}
    >
      <bdi className={classes.tipTitle}>{bar.title}</bdi>
      <span>
        {shown.time} · <bdi>{shown.row}</bdi>
      </span>
      <span className={classes.tipState} data-tone={bar.state.tone}>
        <Icon size={13} strokeWidth={1.8} />
        {bar.state.word}
      </span>
    </div>
  );
}
