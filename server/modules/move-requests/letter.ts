import type { MoveEventKind } from '#contract/moves-work.ts';
import type { Message } from '#server/lib/mailer.ts';
import type { Letter, Told } from './letter-repository.ts';

/** What a line of the log says to its reader. */
const sentences: Partial<Record<MoveEventKind, string>> = {
  opened: 'It was filed and waits for your approval',
  changed: 'It was changed',
  approved: 'It was approved',
  rejected: 'It was rejected',
  reopened: 'It was re-opened and waits for an approval',
  started: 'Work on it has begun',
  effected: 'It has taken effect',
  failed: 'It could not take effect',
  comment: 'A comment was written',
  message: 'There is a message',
  removed: 'It was removed',
};

/** Names and comments are other people's words: one line each, whatever they hold. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const LONGEST = 500;
const short = (text: string, most = LONGEST) => (text.length > most ? `${text.slice(0, most)}…` : text);

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
  `  ${sentences[told.kind] ?? told.kind}${told.by ? ` (${oneLine(told.by)})` : ''}${noteOf(told)}`;

const openings = {
  own: 'There is news of the move that you asked for:',
  moving: 'There is news of a move that you are part of:',
  manager: 'There is news of a move of people who report to you:',
} as const;

/** The letter about one request. `site` is where people reach the server. */
export function compose(
  { email, name, role, description, day, target, news }: Letter,
  request: number,
  site: string,
): Message {
  const last = news.at(-1)!;
  const subject = `Move ${request}, ${short(oneLine(description), 80)}: ${sentences[last.kind] ?? last.kind}`;
  const when = day ? `On ${day}` : 'No date has been said yet';
  const where = target ? `, to ${oneLine(target)}` : '';
  return {
    to: email,
    subject,
    text: [
      `Hello ${oneLine(name)},`,
      openings[role],
      `${short(oneLine(description))}\n  ${when}${where}\n  ${site}/moves?open=${request}`,
      `${news.map(sentenceOf).join('\n')}\n`,
    ].join('\n\n'),
  };
}
