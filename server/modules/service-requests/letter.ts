import type { ServiceEventKind } from '#contract/service-requests-work.ts';
import { oneLine, short } from '#server/lib/letter-text.ts';
import type { Message } from '#server/lib/mailer.ts';
import { say } from '#server/lib/words.ts';
import type { Letter, Told } from './letter-repository.ts';

/** What a line of the log says to its reader. */
const sentences: Partial<Record<ServiceEventKind, (to: string) => string>> = {
  opened: () => say`It was opened for you`,
  awaiting: () => say`It waits for an approval`,
  approved: () => say`It was approved`,
  declined: () => say`It was not approved`,
  accepted: () => say`Somebody will do it`,
  rejected: () => say`It was turned down`,
  started: () => say`Work has begun`,
  held: (to) => (to ? say`It is on hold: ${to}` : say`It is on hold`),
  resumed: () => say`Work goes on`,
  'part-completed': () => say`A part of it is done`,
  completed: () => say`It is done`,
  cancelled: () => say`It was cancelled`,
  priority: (to) => say`It is now of priority ${to}`,
  type: (to) => say`It is now a request for ${to}`,
  center: (to) => say`It was handed to ${to}`,
  assigned: (to) => say`It was given to ${to}`,
  required: () => say`The date by which it is required has changed`,
  room: (to) => say`It is now about ${to}`,
  comment: () => say`A comment was written`,
  image: () => say`A picture was added`,
};
/** Lines of the log that the requester is written of. */
export const TOLD = Object.keys(sentences);

function sentenceOf({ kind, by, to, note }: Told, own: boolean): string {
  const said = !own && kind === 'assigned' ? say`It was given to you` : sentences[kind]?.(oneLine(to ?? ''));
  const what = !own && kind === 'unassigned' ? say`It is no longer yours to do` : said;
  const words = note ? `\n    ${short(oneLine(note))}` : '';
  return `  ${what}${by ? ` (${oneLine(by)})` : ''}${words}`;
}

/** The letter about one request. `site` is where people reach the server. */
export function compose(letter: Letter, request: number, site: string): Message {
  const { email, name, own, type, room, news } = letter;
  const last = news.at(-1)!;
  const subject = say`Request ${request}, ${oneLine(type)}: ${sentenceOf({ ...last, note: null, by: null }, own).trim()}`;
  const opening = own ? say`There is news of your request:` : say`There is news of a request at your center:`;
  return {
    to: email,
    subject,
    text: [
      say`Hello ${oneLine(name)},`,
      opening,
      `${oneLine(type)}, ${oneLine(room)}\n  ${site}${own ? '/requests' : '/requests/queue'}?open=${request}`,
      `${news.map((told) => sentenceOf(told, own)).join('\n')}\n`,
    ].join('\n\n'),
  };
}
