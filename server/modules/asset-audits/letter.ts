import type { Message } from '#server/lib/mailer.ts';
import type { Letter, LetterKind } from './letter-repository.ts';

/** Names and notes are other people's words: one line each, whatever they hold. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const LONGEST = 500;
const short = (text: string, most = LONGEST) => (text.length > most ? `${text.slice(0, most)}…` : text);
/** So many floors; of more only the number is told. */
const MOST = 20;

const subjects: Record<LetterKind, string> = {
  opened: 'An asset audit has begun',
  soon: 'An asset audit is due soon',
  overdue: 'An asset audit is overdue',
};
const openings: Record<LetterKind, string> = {
  opened: 'You are an auditor of an asset audit that has begun:',
  soon: 'An asset audit that you are an auditor of is due soon:',
  overdue: 'An asset audit that you are an auditor of should have ended:',
};

/** The letter to an auditor. `site` is where people reach the server. */
export function compose(
  { email, name, audit, note, due, zone, floors }: Letter,
  { kind, id }: { kind: LetterKind; id: number },
  site: string,
): Message {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const part = floors.slice(0, MOST).map((floor) => short(oneLine(floor), 100));
  const more = floors.length > MOST ? [`and ${floors.length - MOST} more`] : [];
  const about = [
    short(oneLine(audit), 200),
    ...(note === '' ? [] : [short(oneLine(note))]),
    ...(due ? [`Due ${format.format(due)} (${zone})`] : []),
    ...(part.length > 0 ? [`Your part: ${[...part, ...more].join('; ')}`] : []),
    `${site}/assets/audits/${id}`,
  ];
  return {
    to: email,
    subject: `${subjects[kind]}: ${short(oneLine(audit), 80)}`,
    text: [
      `Hello ${oneLine(name)},`,
      openings[kind],
      `${about.map((line) => `  ${line}`).join('\n')}\n`,
    ].join('\n\n'),
  };
}
