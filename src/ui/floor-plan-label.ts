import type { Bounds } from '#src/lib/outline.ts';

export type LabelText = { name: string; word?: string; icon: boolean };

/** Pixels, for 11 px type. */
const LETTER = 6.2;
const LINE = 15;
const ICON = 14;
const PADDING = 6;
/** A name of which less is left says nothing. */
const LEAST_LETTERS = 4;
const LEAST_SHARE = 0.6;

const wide = (text: string) => [...text].length * LETTER;

function cut(text: string, width: number): string | undefined {
  if (wide(text) <= width) return text;
  const all = [...text];
  const letters = Math.floor(width / LETTER) - 1;
  const enough = letters >= Math.max(LEAST_LETTERS, all.length * LEAST_SHARE);
  if (!enough) return undefined;
  // Numbered spaces begin alike; it is their ends that tell them apart.
  return /\d/.test(text) ? `…${all.slice(-letters).join('')}` : `${all.slice(0, letters).join('')}…`;
}

/** What there is room for on a shape of this size: nothing, the icon, the name, then the state in a word too. */
export function labelThatFits(
  { width, height }: Bounds,
  scale: number,
  name: string,
  state?: { word: string; icon?: unknown },
): LabelText | undefined {
  const [across, down] = [width * scale - PADDING, height * scale - PADDING];
  const icon = state?.icon !== undefined && across >= ICON && down >= ICON;
  const shown = down >= LINE - 3 ? cut(name, across) : undefined;
  if (shown === undefined) return icon ? { name: '', icon: true } : undefined;
  const lines = Math.floor(down / LINE);
  const said = state && lines >= (icon ? 3 : 2) && wide(state.word) <= across;
  return { name: shown, ...(said && { word: state.word }), icon: icon && lines >= 2 };
}
