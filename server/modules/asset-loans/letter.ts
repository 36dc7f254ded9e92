import type { Message } from '#server/lib/mailer.ts';
import type { Draft, Line } from './letter-repository.ts';

/** Names and reasons are other people's words: one line each, whatever they hold. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
/** So many lines; of more only the number is told. */
const MOST = 100;

function sentenceOf(line: Line, clock: (at: Date) => string): string {
  const { kind, own, due, starts, center, open } = line;
  const [asset, borrower, late] = [line.asset, line.borrower, line.late].map((text) => oneLine(text ?? ''));
  const until = clock(due);
  switch (kind) {
    case 'due-soon':
      return `${asset}: please bring it back to ${oneLine(center)} by ${until}.`;
    case 'due':
      return own
        ? `${asset} is due back at ${oneLine(center)} now (${until}).`
        : `${asset}, lent to ${borrower}, is due back now (${until}).`;
    case 'overdue':
      return own
        ? `${asset} was due back at ${oneLine(center)} on ${until}. Please bring it back.`
        : `${asset}, lent to ${borrower}, was due back on ${until} and is still out.`;
    case 'reserved-soon':
      return `${asset} is reserved for you from ${clock(starts!)} until ${until}. Collect it at ${oneLine(center)}.`;
    case 'waits':
      return `${asset}, reserved for you from ${clock(starts!)}, has not come back yet${late ? ` from ${late}` : ''}. Ask ${oneLine(center)}, or reserve another.`;
    case 'flagged':
      return own
        ? `${asset}: please bring it back to ${oneLine(center)}. ${oneLine(line.flag ?? '')}`
        : `${asset}, lent to ${borrower}, has to come back. ${oneLine(line.flag ?? '')}`;
    case 'asked':
    case 'ask-again':
      return `${oneLine(line.round ?? '')}: please say by ${until} whether you have what is listed under your name (${open} without an answer).`;
  }
}

const subjects: Record<Line['kind'], string> = {
  'due-soon': 'To be brought back soon',
  due: 'Due back now',
  overdue: 'Overdue',
  'reserved-soon': 'Your reservation',
  waits: 'Your reservation has to wait',
  flagged: 'To be brought back',
  asked: 'Do you still have it?',
  'ask-again': 'Do you still have it?',
};

/** The letter about everything that is due to one person. `site` is where people reach the server. */
export function compose({ email, name, zone, lines }: Draft, site: string): Message {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const sentences = lines.slice(0, MOST).map((line) => `  - ${sentenceOf(line, (at) => format.format(at))}`);
  const more = lines.length > MOST ? [`  … and ${lines.length - MOST} more.`] : [];
  const [first] = lines;
  const about = first!.asset ?? first!.round ?? '';
  const keeper = lines.some(({ own }) => !own);
  const addresses = [
    ...(lines.some(({ own }) => own) ? [`${site}/assets/mine`] : []),
    ...(keeper ? [`${site}/assets/loans`] : []),
  ];
  return {
    to: email,
    subject: `${subjects[first!.kind]}: ${oneLine(about)}${lines.length > 1 ? ` and ${lines.length - 1} more` : ''}`,
    text: [
      `Hello ${oneLine(name)},`,
      [...sentences, ...more].join('\n'),
      `${addresses.join('\n')}\nTimes are those of ${zone}.\n`,
    ].join('\n\n'),
  };
}
