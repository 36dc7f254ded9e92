import { oneLine, short } from '#server/lib/letter-text.ts';
import type { Message } from '#server/lib/mailer.ts';
import { say } from '#server/lib/words.ts';
import type { Letter } from './letter-repository.ts';

/** The days as every language reads them. */
const days = ({ startDate, endDate }: Letter) =>
  startDate === endDate ? startDate : `${startDate} – ${endDate}`;
const who = ({ person }: Letter) => oneLine(person);

type Sentences = Partial<Record<Letter['kind'], (letter: Letter) => string>>;
const own: Sentences = {
  endorsed: (letter) => say`Your leave (${days(letter)}) has a first approval and waits for the next.`,
  approved: (letter) => say`Your leave (${days(letter)}) was approved.`,
  rejected: (letter) => say`Your leave (${days(letter)}) was declined.`,
  withdrawn: (letter) => say`Your leave (${days(letter)}) was withdrawn.`,
  cancelled: (letter) => say`Your leave (${days(letter)}) was cancelled.`,
};
const approver: Sentences = {
  asked: (letter) => say`${who(letter)} asks for leave (${days(letter)}).`,
  changed: (letter) => say`${who(letter)} has changed a request for leave (${days(letter)}).`,
  endorsed: (letter) => say`Leave of ${who(letter)} (${days(letter)}) waits for your approval.`,
  withdrawn: (letter) => say`${who(letter)} no longer asks for leave (${days(letter)}).`,
  cancelled: (letter) => say`Leave of ${who(letter)} (${days(letter)}) was cancelled.`,
};
const delegate: Sentences = {
  approved: (letter) =>
    say`${who(letter)} is away (${days(letter)}), and you stand in. News of their parcels and what waits for their approval comes to you in that time.`,
  cancelled: (letter) => say`${who(letter)} is not away (${days(letter)}) after all. You need not stand in.`,
};
const sentences = { own, approver, delegate };

/** Of a leave that was approved, what it gave free; of one that was cancelled, what came back. */
function bookings({ kind, role, released, lost }: Letter): string[] {
  if (role !== 'own' || released === 0) return [];
  if (kind === 'approved') return [say`Bookings of seats cancelled for others to use: ${released}.`];
  if (kind !== 'cancelled') return [];
  const back = say`Bookings of seats restored: ${released - lost}.`;
  return [lost === 0 ? back : `${back} ${say`Not restored: ${lost}. The leave says why.`}`];
}

/** The letter about one step. Who stands in learns neither type nor note. `site` is where people reach the server. */
export function compose(letter: Letter, site: string): Message | undefined {
  const { email, name, role, by, type, note, comment } = letter;
  const sentence = sentences[role][letter.kind]?.(letter);
  if (sentence === undefined) return undefined;
  const knows = role !== 'delegate';
  const facts = [
    ...(knows ? [`  ${say`${oneLine(type)}, days: ${letter.days}`}`] : []),
    ...(knows && letter.delegate ? [`  ${say`Who stands in: ${oneLine(letter.delegate)}`}`] : []),
    ...(knows && role === 'approver' && note ? [`  ${short(oneLine(note))}`] : []),
    ...(knows && comment ? [`  ${by ? `${oneLine(by)}: ` : ''}${short(oneLine(comment))}`] : []),
    `  ${site}/leave?open=${letter.leave}`,
  ];
  return {
    to: email,
    subject: sentence.split('. ')[0]!.replace(/\.$/, ''),
    text: `${[say`Hello ${oneLine(name)},`, sentence, ...bookings(letter), facts.join('\n')].join('\n\n')}\n`,
  };
}
