/** Where matched letters stand in the text: from, and before which. */
export type Mark = readonly [from: number, to: number];
export type Match = { score: number; marks: readonly Mark[] };

/** Letters that Unicode does not take for a letter with a sign. */
const plain: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
};

type Folded = { text: string; from: number[] };
/** Without case and signs; `from` says where each folded letter stood. */
function foldWithPlaces(text: string): Folded {
  const folded: Folded = { text: '', from: [] };
  let at = 0;
  for (const sign of text) {
    const bare = sign.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (const unit of [...bare].map((one) => plain[one] ?? one).join('')) {
      folded.text += unit;
      for (let n = 0; n < unit.length; n += 1) folded.from.push(at);
    }
    at += sign.length;
  }
  return folded;
}

/** A text as it is compared: without case, accents and other signs. */
export const folded = (text: string): string => foldWithPlaces(text).text;

/** What each way to match counts; nothing within one way reaches the next. */
const WHOLE = 600;
const START = 500;
const WORDS = 400;
const WITHIN = 300;
const INITIALS = 200;
const MISTYPED = 100;

const wordStarts = (text: string) =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((word) => ({ at: word.index, word: word[0] }));

/** How many letters a word of this length may be mistyped by. */
const slips = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Letters added, left out, changed or swapped, between `a` and the start of `b` that is nearest to it. */
function slipsToStart(a: string, b: string, most: number): { slips: number; length: number } | undefined {
  const word = b.slice(0, a.length + most);
  let [older, last] = [[] as number[], Array.from({ length: word.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = a[i - 1] === word[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === word[j - 2] && a[i - 2] === word[j - 1])
        least = Math.min(least, older[j - 2]! + 1);
      row.push(least);
    }
    [older, last] = [last, row];
  }
  const least = Math.min(...last);
  return least > most ? undefined : { slips: least, length: last.lastIndexOf(least) };
}

type Hit = { tier: number; at: number; to: number; cost: number };
/** Where one word of the query stands best. */
function place(word: string, text: string, starts: readonly { at: number; word: string }[]): Hit | undefined {
  const start = starts.findIndex(({ at }) => text.startsWith(word, at));
  if (start !== -1) {
    const { at } = starts[start]!;
    return { tier: WORDS, at, to: at + word.length, cost: start };
  }
  const within = text.indexOf(word);
  if (within !== -1)
    return { tier: WITHIN, at: within, to: within + word.length, cost: Math.min(within, 50) };
  const most = slips(word.length);
  if (most === 0) return undefined;
  let best: Hit | undefined;
  for (const { at, word: other } of starts) {
    // The first letter is hardly ever wrong, and all words of four letters look alike.
    const near = other[0] === word[0] || other[1] === word[0] ? slipsToStart(word, other, most) : undefined;
    if (near && (!best || near.slips < best.cost))
      best = { tier: MISTYPED, at, to: at + near.length, cost: near.slips };
  }
  return best;
}

/** The first letters of words one after the other: `bd` is Book a desk. */
function initials(word: string, starts: readonly { at: number; word: string }[]): number[] | undefined {
  if (word.length < 2) return undefined;
  const places: number[] = [];
  for (const { at, word: other } of starts)
    if (places.length < word.length && other[0] === word[places.length]) places.push(at);
  return places.length === word.length ? places : undefined;
}

/**
 * How well a text answers a query; undefined: not at all. All words of the query have to be in it, in any order. Exactly
 * it comes before its beginning, beginnings of words before what stands within, then first letters, then what was
 * mistyped: whatever the lengths, a worse way never comes before a better one.
 */
export function match(query: string, text: string): Match | undefined {
  const wanted = folded(query).trim().replaceAll(/\s+/g, ' ');
  const { text: there, from } = foldWithPlaces(text);
  if (wanted === '') return { score: 0, marks: [] };
  const original = (at: number) => (at < from.length ? from[at]! : text.length);
  const marked = (at: number, to: number): Mark => [original(at), original(to)];
  const short = -Math.min(there.length, 90) / 100;
  if (there.startsWith(wanted))
    return {
      score: (there.length === wanted.length ? WHOLE : START) + short,
      marks: [marked(0, wanted.length)],
    };
  const starts = wordStarts(there);
  const hits = wanted.split(' ').map((word) => place(word, there, starts));
  if (hits.every((hit) => hit !== undefined)) {
    const tier = Math.min(...hits.map((hit) => hit.tier));
    const cost = hits.reduce((sum, hit) => sum + hit.cost, 0);
    const marks = hits.map(({ at, to }) => marked(at, to)).toSorted(([a], [b]) => a - b);
    return { score: tier + short - Math.min(cost, 90), marks };
  }
  const letters = initials(wanted.replaceAll(' ', ''), starts);
  return letters && { score: INITIALS + short, marks: letters.map((at) => marked(at, at + 1)) };
}
