import type { Draft } from './timeline-draft.ts';
import { isRtl, scaleOf, type TimelineModel } from './timeline-model.ts';
import { positionOf } from './timeline-scale.ts';
import { rangeOf } from './timeline-words.ts';

export type Box = { x: number; width: number; y: number; height: number };

/** Where a span of a row lies: pixels from the start of the axis and from the top of the rows. */
export function boxOf(
  model: TimelineModel,
  { rowId, start, end }: Pick<Draft, 'rowId' | 'start' | 'end'>,
): Box | undefined {
  const laid = model.rows.get(rowId);
  if (!laid) return undefined;
  const scale = scaleOf(model, laid);
  const [from, to] = [start, end].map((ms) =>
    Math.max(0, Math.min(model.axis.minutes, positionOf(scale, ms))),
  ) as [number, number];
  return {
    x: from * model.minute,
    width: Math.max(2, (to - from) * model.minute),
    y: laid.top + model.pad,
    height: laid.height - 2 * model.pad,
  };
}

/** Moves the shadow of what is being dragged, past React: nothing is rendered while it moves. */
export function drawGhost(ghost: HTMLElement, model: TimelineModel, draft: Draft | undefined): void {
  const root = ghost.parentElement!;
  const shield = ghost.previousElementSibling as HTMLElement;
  // An attribute of the whole would have the style of every bar worked out anew; the shield alone has the cursor.
  const lifted = root.querySelector('[data-lifted]');
  if (lifted && lifted.getAttribute('data-bar') !== draft?.bar?.id) lifted.removeAttribute('data-lifted');
  const box = draft && boxOf(model, draft);
  ghost.hidden = shield.hidden = !box;
  if (!draft || !box) return;
  shield.dataset.dragging = draft.kind;
  shield.toggleAttribute('data-refused', draft.refused !== undefined);
  ghost.toggleAttribute('data-refused', draft.refused !== undefined);
  const x = isRtl(root) ? -box.x : box.x;
  ghost.style.transform = `translate(${x}px, ${box.y}px)`;
  ghost.style.width = `${box.width}px`;
  ghost.style.height = `${box.height}px`;
  const [time, words] = ghost.children;
  time!.textContent = rangeOf(draft, model.timeZone);
  words!.textContent = draft.refused ?? '';
  if (!draft.bar || root.querySelector('[data-lifted]')) return;
  for (const bar of root.querySelectorAll('[data-bar]'))
    if (bar.getAttribute('data-bar') === draft.bar.id) bar.setAttribute('data-lifted', '');
}
