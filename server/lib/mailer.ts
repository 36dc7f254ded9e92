import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Config } from '#server/config.ts';
import { AppError } from './app-error.ts';
import { siteUrl } from './origin.ts';

export type Message = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** What the reader's calendar is to take in: iCalendar text and its METHOD. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
};

export type Mailer = {
  /** Hands a message over; resolves when SMTP has taken it or the .eml file is written. */
  send(message: Message): Promise<void>;
  close(): Promise<void>;
};

/** Whether mail can be sent to it: one address, and nothing that could be taken for more. */
export const isAddress = (text: string) => /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()\\,;"\p{Cc}]+$/u.test(text);

/** One recipient and one line of subject, whatever they hold: no text can add a header or an address. */
function compose({ to, subject, text, html, calendar }: Message, from: string) {
  if (!isAddress(to))
    throw new AppError(409, 'mail.unusable-address', 'Mail cannot be sent to this e-mail address.');
  return {
    from: { name: 'Atrium', address: from },
    to: { name: '', address: to },
    subject: subject.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(),
    ...(html && { html }),
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.text },
    }),
    text,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A server that does not answer is given up in time for the next try; the defaults wait for ten minutes. */
const PATIENCE = {
  dnsTimeout: 10_000,
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
  // A line that breaks in the middle may have carried the message: whoever sends decides about another try.
  maxRequeues: 0,
};

/** Sends by SMTP when it is configured, else leaves every message as an .eml file in the outbox folder. */
export function openMailer(
  config: Pick<Config, 'smtpUrl' | 'dataDir' | 'publicUrl' | 'host' | 'port'>,
): Mailer {
  const from = `no-reply@${new URL(siteUrl(config)).hostname}`;
  if (config.smtpUrl) {
    const smtp = nodemailer.createTransport({ url: config.smtpUrl, pool: true, ...PATIENCE });
    return {
      send: async (message) => void (await smtp.sendMail(compose(message, from))),
      close: async () => smtp.close(),
    };
  }
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const outbox = join(config.dataDir, 'outbox');
  return {
    async send(message) {
      const { message: bytes } = await writer.sendMail(compose(message, from));
      await mkdir(outbox, { recursive: true });
      const name = `${Date.now()}-${randomUUID()}`;
      // Whoever watches the folder for .eml files never sees half of one.
      await writeFile(join(outbox, `${name}.tmp`), bytes as Buffer, { mode: 0o600 });
      await rename(join(outbox, `${name}.tmp`), join(outbox, `${name}.eml`));
    },
    close: async () => {},
  };
}
