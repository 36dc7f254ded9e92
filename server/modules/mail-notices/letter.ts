import { runningNumberText } from '#contract/mail-codes.ts';
import type { Language } from '#contract/languages.ts';
import type { Notice } from '#contract/mail-notices.ts';
import { oneLine } from '#server/lib/letter-text.ts';
import type { Message } from '#server/lib/mailer.ts';
import { currentLanguage, say } from '#server/lib/words.ts';

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
  language: Language | null;
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

const same = (values: (string | null)[]) => (new Set(values).size === 1 ? values[0] : null);

function subjectOf({ kind, items }: Letter): string {
  const count = items.length;
  const many = count > 1;
  if (kind === 'arrival')
    return many ? say`${count} parcels for you have arrived` : say`A parcel for you has arrived`;
  if (kind === 'reminder')
    return many ? say`${count} parcels are waiting for you` : say`A parcel is waiting for you`;
  const person = same(items.map((item) => item.person)) ?? say`colleagues`;
  if (kind === 'delegate')
    return many ? say`${count} parcels for ${person} have arrived` : say`A parcel for ${person} has arrived`;
  if (items.every((item) => item.byAddressee))
    return many
      ? say`You collected ${count} parcels for ${person}`
      : say`You collected a parcel for ${person}`;
  const collector = same(items.map((item) => item.collector)) ?? say`Somebody else`;
  return many
    ? say`${collector} collected ${count} parcels for you`
    : say`${collector} collected a parcel for you`;
}

const openings: Record<Notice['kind'], () => string> = {
  arrival: () => say`This has arrived for you and is at the mail desk:`,
  reminder: () => say`This is waiting for you at the mail desk:`,
  delegate: () => say`This has arrived at the mail desk. You may collect it:`,
  delivered: () => say`This has been handed over at the mail desk:`,
};
const closings: Record<Notice['kind'], () => string> = {
  arrival: () => say`You can choose which messages you get, and when, where you see your parcels.`,
  reminder: () => say`You can have a parcel held or forwarded where you see your parcels.`,
  delegate: () => say`You get this message because you collect for a colleague.`,
  delivered: () => say`If you know nothing of this, ask at the mail desk.`,
};

const number = ({ id, tracking, running }: LetterItem) =>
  tracking ?? (running === null ? say`Parcel ${id}` : runningNumberText(running));
const sender = (item: LetterItem) => item.sender && say`from ${item.sender}`;

/** What is said of the parcel besides its number. */
function detailsOf(kind: Notice['kind'], item: LetterItem): string[] {
  const place = item.rack ? `${item.center}, ${item.rack}` : item.center;
  const about = [item.courier, sender(item)];
  if (kind === 'delegate') about.push(item.person && say`for ${item.person}`);
  if (kind !== 'delivered') return [...about, place].flatMap((text) => text || []);
  about.push(item.person && !item.byAddressee ? null : item.person && say`for ${item.person}`);
  about.push(
    item.byAddressee ? say`collected by you` : item.collector && say`collected by ${item.collector}`,
  );
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
  const greeting = say`Hello ${oneLine(firstName)},`;
  const list = rows.map(({ link, name, details }) => `${name}\n  ${details}\n  ${link}`).join('\n\n');
  const cells = rows.map(
    ({ link, name, details }) =>
      `<li style="margin-bottom:12px"><a href="${escapeHtml(link)}"><bdi>${escapeHtml(name)}</bdi></a>` +
      `<br><span dir="auto">${escapeHtml(details)}</span></li>`,
  );
  return {
    to: email,
    subject: subjectOf(letter),
    text: `${greeting}\n\n${openings[kind]()}\n\n${list}\n\n${closings[kind]()}\n`,
    html: [
      `<!doctype html><html lang="${currentLanguage()}" dir="${currentLanguage() === 'ar' ? 'rtl' : 'ltr'}"><body style="font-family:sans-serif;line-height:1.5">`,
      `<p dir="auto">${escapeHtml(greeting)}</p><p>${escapeHtml(openings[kind]())}</p><ul>${cells.join('')}</ul>`,
      `<p style="color:#666">${escapeHtml(closings[kind]())}</p></body></html>`,
    ].join(''),
  };
}
