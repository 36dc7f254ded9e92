import type { ServiceEventKind } from '#contract/service-requests-work.ts';
import type { Message } from '#server/lib/mailer.ts';
import type { Letter, Told } from './letter-repository.ts';

/** What a line of the log says to its reader. */
const sentences: Partial<Record<ServiceEventKind, (to: string) => string>> = {
  opened: () => 'It was opened for you',
  awaiting: () => 'It waits for an approval',
  approved: () => 'It was approved',
  declined: () => 'It was not approved',
  accepted: () => 'Somebody will do it',
  rejected: () => 'It was turned down',
  started: () => 'Work has begun',
  held: (to) => (to ? `It is on hold: ${to}` : 'It is on hold'),
  resumed: () => 'Work goes on',
  'part-completed': () => 'A part of it is done',
  completed: () => 'It is done',
  cancelled: () => 'It was cancelled',
  priority: (to) => `It is now of priority ${to}`,
  type: (to) => `It is now a request for ${to}`,
  center: (to) => `It was handed to ${to}`,
  assigned: (to) => `It was given to ${to}`,
  required: () => 'The date by which it is required has changed',
  room: (to) => `It is now about ${to}`,
  comment: () => 'A comment was written',
  image: () => 'A picture was added',
};
/** Lines of the log that the requester is written of. */
export const TOLD = Object.keys(sentences);

/** Names and comments are other people's words: one line each, whatever they hold. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const LONGEST = 500;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function sentenceOf({ kind, by, to, note }: Told, own: boolean): string {
  const said = !own && kind === 'assigned' ? 'It was given to you' : sentences[kind]?.(oneLine(to ?? ''));
  const what = !own && kind === 'unassigned' ? 'It is no longer yours to do' : said;
  const words = note ? `\n    ${short(oneLine(note))}` : '';
  return `  ${what}${by ? ` (${oneLine(by)})` : ''}${words}`;
}

/** The letter about one request. `site` is where people reach the server. */
export function compose(letter: Letter, request: number, site: string): Message {
  const { email, name, own, type, room, news } = letter;
  const last = news.at(-1)!;
  const subject = `Request ${request}, ${oneLine(type)}: ${sentenceOf({ ...last, note: null, by: null }, own).trim()}`;
  const opening = own ? 'There is news of your request:' : 'There is news of a request at your center:';
  return {
    to: email,
    subject,
    text: [
      `Hello ${oneLine(name)},`,
      opening,
      `${oneLine(type)}, ${oneLine(room)}\n  ${site}${own ? '/requests' : '/requests/queue'}?open=${request}`,
      `${news.map((told) => sentenceOf(told, own)).join('\n')}\n`,
    ].join('\n\n'),
  };
}
