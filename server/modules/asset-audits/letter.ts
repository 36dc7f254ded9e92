import { oneLine, short } from '#server/lib/letter-text.ts';
import type { Message } from '#server/lib/mailer.ts';
import { momentsIn, say } from '#server/lib/words.ts';
import type { Letter, LetterKind } from './letter-repository.ts';

/** So many floors; of more only the number is told. */
const MOST = 20;

const subjects: Record<LetterKind, (audit: string) => string> = {
  opened: (audit) => say`An asset audit has begun: ${audit}`,
  soon: (audit) => say`An asset audit is due soon: ${audit}`,
  overdue: (audit) => say`An asset audit is overdue: ${audit}`,
};
const openings: Record<LetterKind, () => string> = {
  opened: () => say`You are an auditor of an asset audit that has begun:`,
  soon: () => say`An asset audit that you are an auditor of is due soon:`,
  overdue: () => say`An asset audit that you are an auditor of should have ended:`,
};

/** The letter to an auditor. `site` is where people reach the server. */
export function compose(
  { email, name, audit, note, due, zone, floors }: Letter,
  { kind, id }: { kind: LetterKind; id: number },
  site: string,
): Message {
  const format = momentsIn(zone, { dateStyle: 'medium', timeStyle: 'short' });
  const part = floors.slice(0, MOST).map((floor) => short(oneLine(floor), 100));
  const more = floors.length > MOST ? [say`and ${floors.length - MOST} more`] : [];
  const about = [
    short(oneLine(audit), 200),
    ...(note === '' ? [] : [short(oneLine(note))]),
    ...(due ? [say`Due ${format.format(due)} (${zone})`] : []),
    ...(part.length > 0 ? [say`Your part: ${[...part, ...more].join('; ')}`] : []),
    `${site}/assets/audits/${id}`,
  ];
  return {
    to: email,
    subject: subjects[kind](short(oneLine(audit), 80)),
    text: [
      say`Hello ${oneLine(name)},`,
      openings[kind](),
      `${about.map((line) => `  ${line}`).join('\n')}\n`,
    ].join('\n\n'),
  };
}
