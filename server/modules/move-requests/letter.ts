import type { MoveEventKind } from '#contract/moves-work.ts';
import { oneLine, short } from '#server/lib/letter-text.ts';
import type { Message } from '#server/lib/mailer.ts';
import { say } from '#server/lib/words.ts';
import type { Letter, Told } from './letter-repository.ts';

/** What a line of the log says to its reader. */
const sentences: Partial<Record<MoveEventKind, () => string>> = {
  opened: () => say`It was filed and waits for your approval`,
  changed: () => say`It was changed`,
  approved: () => say`It was approved`,
  rejected: () => say`It was rejected`,
  reopened: () => say`It was re-opened and waits for an approval`,
  started: () => say`Work on it has begun`,
  effected: () => say`It has taken effect`,
  failed: () => say`It could not take effect`,
  comment: () => say`A comment was written`,
  message: () => say`There is a message`,
  removed: () => say`It was removed`,
};

const said = (kind: MoveEventKind) => sentences[kind]?.() ?? kind;

/** A message keeps its lines and is told whole: it is what the letter is for. */
const messageOf = (note: string) =>
  note
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => `\n${`    ${oneLine(line)}`.trimEnd()}`)
    .join('');
const noteOf = ({ kind, note }: Told) => {
  if (!note) return '';
  return kind === 'message' ? messageOf(note) : `\n    ${short(oneLine(note))}`;
};

const sentenceOf = (told: Told) =>
  `  ${said(told.kind)}${told.by ? ` (${oneLine(told.by)})` : ''}${noteOf(told)}`;

const openings = {
  own: () => say`There is news of the move that you asked for:`,
  moving: () => say`There is news of a move that you are part of:`,
  manager: () => say`There is news of a move of people who report to you:`,
} as const;

/** The letter about one request. `site` is where people reach the server. */
export function compose(
  { email, name, role, description, day, target, news }: Letter,
  request: number,
  site: string,
): Message {
  const last = news.at(-1)!;
  const subject = say`Move ${request}, ${short(oneLine(description), 80)}: ${said(last.kind)}`;
  const where = target ? oneLine(target) : '';
  const when = day
    ? where
      ? say`On ${day}, to ${where}`
      : say`On ${day}`
    : where
      ? say`No date has been said yet, to ${where}`
      : say`No date has been said yet`;
  return {
    to: email,
    subject,
    text: [
      say`Hello ${oneLine(name)},`,
      openings[role](),
      `${short(oneLine(description))}\n  ${when}\n  ${site}/moves?open=${request}`,
      `${news.map(sentenceOf).join('\n')}\n`,
    ].join('\n\n'),
  };
}
