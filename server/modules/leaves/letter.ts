import type { Message } from '#server/lib/mailer.ts';
import type { Letter } from './letter-repository.ts';

/** Names and comments are other people's words: one line each, whatever they hold. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const LONGEST = 500;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const days = ({ startDate, endDate }: Letter) =>
  startDate === endDate ? `on ${startDate}` : `from ${startDate} to ${endDate}`;
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const own: Partial<Record<Letter['kind'], (letter: Letter) => string>> = {
  endorsed: (letter) => `Your leave ${days(letter)} has a first approval and waits for the next.`,
  approved: (letter) => `Your leave ${days(letter)} was approved.`,
  rejected: (letter) => `Your leave ${days(letter)} was rejected.`,
  withdrawn: (letter) => `Your leave ${days(letter)} was withdrawn.`,
  cancelled: (letter) => `Your leave ${days(letter)} was cancelled.`,
};
const approver: Partial<Record<Letter['kind'], (letter: Letter) => string>> = {
  asked: (letter) => `${oneLine(letter.person)} asks for leave ${days(letter)}.`,
  changed: (letter) =>
    `${oneLine(letter.person)} has changed a request for leave: it is now ${days(letter)}.`,
  endorsed: (letter) => `Leave of ${oneLine(letter.person)} ${days(letter)} waits for your approval.`,
  withdrawn: (letter) => `${oneLine(letter.person)} no longer asks for leave ${days(letter)}.`,
  cancelled: (letter) => `Leave of ${oneLine(letter.person)} ${days(letter)} was cancelled.`,
};
const delegate: Partial<Record<Letter['kind'], (letter: Letter) => string>> = {
  approved: (letter) =>
    `${oneLine(letter.person)} is away ${days(letter)}, and you stand in. News of their parcels and what waits for their approval comes to you in that time.`,
  cancelled: (letter) =>
    `${oneLine(letter.person)} is not away ${days(letter)} after all. You need not stand in.`,
};
const sentences = { own, approver, delegate };

/** Of a leave that was approved, what it gave free; of one that was cancelled, what came back. */
function bookings({ kind, role, released, lost }: Letter): string[] {
  if (role !== 'own' || released === 0) return [];
  if (kind === 'approved')
    return [
      `${count(released, 'booking of a seat was', 'bookings of seats were')} cancelled for others to use.`,
    ];
  if (kind !== 'cancelled') return [];
  const back = `${count(released - lost, 'booking of a seat was', 'bookings of seats were')} restored.`;
  return [
    lost === 0 ? back : `${back} ${count(lost, 'booking', 'bookings')} could not be: the leave says why.`,
  ];
}

/** The letter about one step. Who stands in learns neither type nor note. `site` is where people reach the server. */
export function compose(letter: Letter, site: string): Message | undefined {
  const { email, name, role, by, type, note, comment } = letter;
  const sentence = sentences[role][letter.kind]?.(letter);
  if (sentence === undefined) return undefined;
  const knows = role !== 'delegate';
  const facts = [
    ...(knows ? [`  ${oneLine(type)}, ${count(letter.days, 'day', 'days')}`] : []),
    ...(knows && letter.delegate ? [`  Who stands in: ${oneLine(letter.delegate)}`] : []),
    ...(knows && role === 'approver' && note ? [`  ${short(oneLine(note))}`] : []),
    ...(knows && comment ? [`  ${by ? `${oneLine(by)}: ` : ''}${short(oneLine(comment))}`] : []),
    `  ${site}/leave?open=${letter.leave}`,
  ];
  return {
    to: email,
    subject: sentence.split('. ')[0]!.replace(/\.$/, ''),
    text: `${[`Hello ${oneLine(name)},`, sentence, ...bookings(letter), facts.join('\n')].join('\n\n')}\n`,
  };
}
