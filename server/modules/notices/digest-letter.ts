import type { Language } from '#contract/languages.ts';
import { type AppNoticeKind, appNoticeKinds, type NoticeFacts } from '#contract/notices.ts';
import { oneLine } from '#server/lib/letter-text.ts';
import type { Message } from '#server/lib/mailer.ts';
import { say } from '#server/lib/words.ts';
import { kindNames, sentenceOf } from './digest-words.ts';

export type DigestLine = { id: number; kind: AppNoticeKind; what: string; facts: NoticeFacts };
export type Digest = {
  email: string;
  language: Language | null;
  name: string;
  zone: string;
  lines: DigestLine[];
};

/** So many lines of a kind; of more only the number is told. */
const MOST = 30;

/** The letter of one day, kind by kind, in the language that is spoken. `site` is where people reach the server. */
export function composeDigest({ email, name, zone, lines }: Digest, site: string): Message {
  const parts = appNoticeKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) return [];
    const told = own.slice(0, MOST).map((line) => `  - ${sentenceOf(line, zone)}`);
    const more = own.length > MOST ? [`  … ${say`and ${own.length - MOST} more`}`] : [];
    return [[kindNames[kind](), ...told, ...more].join('\n')];
  });
  return {
    to: email,
    subject: lines.length === 1 ? say`One notice for you` : say`${lines.length} notices for you`,
    text: [
      say`Hello ${oneLine(name)},`,
      say`This is what you have not read yet:`,
      ...parts,
      `${site}/notices\n${say`What you are told of, and when, you choose at ${`${site}/notices/settings`}`}\n`,
    ].join('\n\n'),
  };
}
