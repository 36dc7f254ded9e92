import { runningNumberText } from '#contract/mail-codes.ts';
import type { Notice } from '#contract/mail-notices.ts';
import type { Message } from '#server/lib/mailer.ts';

/** A parcel as a message tells of it. */
export type LetterItem = {
  id: number;
  courier: string;
  tracking: string | null;
  /** Our own number. */
  running: number | null;
  sender: string | null;
  /** The desk, and the rack in it. */
  center: string;
  rack: string | null;
  /** Who it is for. */
  person: string | null;
  /** Who took it, and whether that is the addressee of the message. */
  collector: string | null;
  byAddressee: boolean;
};
export type Letter = {
  kind: Notice['kind'];
  email: string;
  firstName: string;
  items: LetterItem[];
};

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign]!);
/** Names and numbers come from labels: one line each, whatever they hold. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const same = (values: (string | null)[]) => (new Set(values).size === 1 ? values[0] : null);

function subjectOf({ kind, items }: Letter): string {
  const many = items.length > 1;
  const what = many ? `${items.length} parcels` : 'A parcel';
  if (kind === 'arrival') return many ? `${what} for you have arrived` : `${what} for you has arrived`;
  if (kind === 'reminder') return many ? `${what} are waiting for you` : `${what} is waiting for you`;
  const person = same(items.map((item) => item.person)) ?? 'colleagues';
  if (kind === 'delegate') return `${what} for ${person} ${many ? 'have' : 'has'} arrived`;
  if (items.every((item) => item.byAddressee)) return `You collected ${what.toLowerCase()} for ${person}`;
  const collector = same(items.map((item) => item.collector)) ?? 'somebody else';
  return `${collector} collected ${many ? what : 'a parcel'} for you`;
}

const openings: Record<Notice['kind'], string> = {
  arrival: 'This has arrived for you and is at the mail desk:',
  reminder: 'This is waiting for you at the mail desk:',
  delegate: 'This has arrived at the mail desk. You may collect it:',
  delivered: 'This has been handed over at the mail desk:',
};
const closings: Record<Notice['kind'], string> = {
  arrival: 'You can choose which messages you get, and when, where you see your parcels.',
  reminder: 'You can have a parcel held or forwarded where you see your parcels.',
  delegate: 'You get this message because you collect for a colleague.',
  delivered: 'If you know nothing of this, ask at the mail desk.',
};

const number = ({ id, tracking, running }: LetterItem) =>
  tracking ?? (running === null ? `Parcel ${id}` : runningNumberText(running));
const sender = (item: LetterItem) => item.sender && `from ${item.sender}`;

/** What is said of the parcel besides its number. */
function detailsOf(kind: Notice['kind'], item: LetterItem): string[] {
  const place = item.rack ? `${item.center}, ${item.rack}` : item.center;
  const about = [item.courier, sender(item)];
  if (kind === 'delegate') about.push(item.person && `for ${item.person}`);
  if (kind !== 'delivered') return [...about, place].flatMap((text) => text || []);
  about.push(item.person && !item.byAddressee ? null : item.person && `for ${item.person}`);
  about.push(item.byAddressee ? 'collected by you' : item.collector && `collected by ${item.collector}`);
  return about.flatMap((text) => text || []);
}

/** The message as it is sent, in plain text and as HTML. `site` is where people reach the server. */
export function compose(letter: Letter, site: string): Message {
  const { kind, email, firstName, items } = letter;
  const rows = items.map((item) => ({
    link: `${site}/mail/${item.id}`,
    name: oneLine(number(item)),
    details: detailsOf(kind, item).map(oneLine).join(' · '),
  }));
  const greeting = `Hello ${oneLine(firstName)},`;
  const list = rows.map(({ link, name, details }) => `${name}\n  ${details}\n  ${link}`).join('\n\n');
  const cells = rows.map(
    ({ link, name, details }) =>
      `<li style="margin-bottom:12px"><a href="${escapeHtml(link)}"><bdi>${escapeHtml(name)}</bdi></a>` +
      `<br><span dir="auto">${escapeHtml(details)}</span></li>`,
  );
  return {
    to: email,
    subject: subjectOf(letter),
    text: `${greeting}\n\n${openings[kind]}\n\n${list}\n\n${closings[kind]}\n`,
    html: [
      '<!doctype html><html lang="en"><body style="font-family:sans-serif;line-height:1.5">',
      `<p dir="auto">${escapeHtml(greeting)}</p><p>${openings[kind]}</p><ul>${cells.join('')}</ul>`,
      `<p style="color:#666">${closings[kind]}</p></body></html>`,
    ].join(''),
  };
}
