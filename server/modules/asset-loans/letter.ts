import { oneLine } from '#server/lib/letter-text.ts';
import type { Message } from '#server/lib/mailer.ts';
import { momentsIn, say } from '#server/lib/words.ts';
import type { Draft, Line } from './letter-repository.ts';

/** So many lines; of more only the number is told. */
const MOST = 100;

function sentenceOf(line: Line, clock: (at: Date) => string): string {
  const { kind, own, due, starts, center, open } = line;
  const [asset = '', borrower = '', late = ''] = [line.asset, line.borrower, line.late].map((text) =>
    oneLine(text ?? ''),
  );
  const until = clock(due);
  switch (kind) {
    case 'due-soon':
      return say`${asset}: please bring it back to ${oneLine(center)} by ${until}.`;
    case 'due':
      return own
        ? say`${asset} is due back at ${oneLine(center)} now (${until}).`
        : say`${asset}, lent to ${borrower}, is due back now (${until}).`;
    case 'overdue':
      return own
        ? say`${asset} was due back at ${oneLine(center)} on ${until}. Please bring it back.`
        : say`${asset}, lent to ${borrower}, was due back on ${until} and is still out.`;
    case 'reserved-soon':
      return say`${asset} is reserved for you from ${clock(starts!)} until ${until}. Collect it at ${oneLine(center)}.`;
    case 'waits':
      return late
        ? say`${asset}, reserved for you from ${clock(starts!)}, has not come back yet from ${late}. Ask ${oneLine(center)}, or reserve another.`
        : say`${asset}, reserved for you from ${clock(starts!)}, has not come back yet. Ask ${oneLine(center)}, or reserve another.`;
    case 'flagged':
      return own
        ? say`${asset}: please bring it back to ${oneLine(center)}. ${oneLine(line.flag ?? '')}`
        : say`${asset}, lent to ${borrower}, has to come back. ${oneLine(line.flag ?? '')}`;
    case 'asked':
    case 'ask-again':
      return say`${oneLine(line.round ?? '')}: please say by ${until} whether you have what is listed under your name (${open ?? 0} without an answer).`;
  }
}

const asking = (what: string) => say`Do you still have it? ${what}`;
const subjects: Record<Line['kind'], (what: string) => string> = {
  'due-soon': (what) => say`To be brought back soon: ${what}`,
  due: (what) => say`Due back now: ${what}`,
  overdue: (what) => say`Overdue: ${what}`,
  'reserved-soon': (what) => say`Your reservation: ${what}`,
  waits: (what) => say`Your reservation has to wait: ${what}`,
  flagged: (what) => say`To be brought back: ${what}`,
  asked: asking,
  'ask-again': asking,
};

/** The letter about everything that is due to one person. `site` is where people reach the server. */
export function compose({ email, name, zone, lines }: Draft, site: string): Message {
  const format = momentsIn(zone, { dateStyle: 'medium', timeStyle: 'short' });
  const sentences = lines.slice(0, MOST).map((line) => `  - ${sentenceOf(line, (at) => format.format(at))}`);
  const more = lines.length > MOST ? [`  … ${say`and ${lines.length - MOST} more`}`] : [];
  const [first] = lines;
  const about = first!.asset ?? first!.round ?? '';
  const keeper = lines.some(({ own }) => !own);
  const addresses = [
    ...(lines.some(({ own }) => own) ? [`${site}/assets/mine`] : []),
    ...(keeper ? [`${site}/assets/loans`] : []),
  ];
  return {
    to: email,
    subject: subjects[first!.kind](
      lines.length > 1 ? `${oneLine(about)} ${say`and ${lines.length - 1} more`}` : oneLine(about),
    ),
    text: [
      say`Hello ${oneLine(name)},`,
      [...sentences, ...more].join('\n'),
      `${addresses.join('\n')}\n${say`Times are those of ${zone}.`}\n`,
    ].join('\n\n'),
  };
}
