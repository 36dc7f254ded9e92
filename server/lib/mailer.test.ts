import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openMailer } from './mailer.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'atrium-mail-'));
const outbox = join(dataDir, 'outbox');
afterAll(() => rm(dataDir, { recursive: true }));
const config = {
  dataDir,
  publicUrl: 'https://work.example',
  smtpUrl: undefined,
  host: 'localhost',
  port: 3000,
};
const mailer = openMailer(config);

/** Sends into an empty outbox; answers the headers by lower-case name, and the body. */
async function sent(message: Parameters<typeof mailer.send>[0]) {
  await rm(outbox, { recursive: true, force: true });
  await mailer.send(message);
  const names = await readdir(outbox);
  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(/\.eml$/);
  const text = await readFile(join(outbox, names[0]!), 'utf8');
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n');
  return {
    headers: lines.map(
      (line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.replace(/^[^:]*: /, '')] as const,
    ),
    body: text.slice(end + 4),
  };
}

test('leaves a message as an .eml file, links unbroken', async () => {
  const link = 'https://work.example/reset-password?token=abcdefghijklmnopqrstuvwxyz';
  const { headers, body } = await sent({
    to: 'ada@example.com',
    subject: 'Łódź',
    text: `Go to\n\n${link}\n`,
  });
  expect(Object.fromEntries(headers)).toMatchObject({
    from: 'Atrium <no-reply@work.example>',
    to: 'ada@example.com',
    subject: '=?UTF-8?B?xYHDs2TFug==?=',
  });
  expect(body).toContain(`\r\n${link}\r\n`);
});

test('no subject or text adds a header, and no address a recipient', async () => {
  const usual = (await sent({ to: 'a@b.example', subject: 'x', text: 'x' })).headers.map(([name]) => name);
  const nasty = fc.string({ unit: fc.constantFrom(...'\r\n :,<>@az\0\u0085\u2028ł'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (subject, text) => {
      const { headers } = await sent({
        to: 'a@b.example',
        subject: `S${subject}\r\nBcc: x@y.z`,
        text: `T${text}`,
      });
      expect(headers.map(([name]) => name)).toEqual(usual);
    }),
    { numRuns: 50 },
  );
});

test.each([
  'a@b.c, x@y.z',
  'a@b.c\r\nBcc: x@y.z',
  '<a@b.c>',
  'a@b.c>',
  '"a b"@c',
  'a b@c',
  'nobody',
  '',
  'a@b@c',
])('refuses %j as the address of one recipient', async (to) => {
  await expect(mailer.send({ to, subject: 'x', text: 'x' })).rejects.toThrow('cannot be sent');
});

test('hands messages to the SMTP server that is configured', async () => {
  let heard = '';
  const server = createServer((socket) => {
    let data = false;
    socket.write('220 test\r\n');
    socket.on('data', (bytes) => {
      heard += bytes.toString();
      if (data) {
        if (heard.endsWith('\r\n.\r\n')) socket.write('250 taken\r\n');
        return;
      }
      data = bytes.toString().startsWith('DATA');
      if (bytes.toString().startsWith('QUIT')) socket.end('221 bye\r\n');
      else socket.write(data ? '354 go on\r\n' : '250 ok\r\n');
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const smtp = openMailer({ ...config, smtpUrl: `smtp://127.0.0.1:${port}` });
  await smtp.send({ to: 'ada@example.com', subject: 'Hello', text: 'There' });
  await smtp.close();
  server.close();
  expect(heard).toContain('RCPT TO:<ada@example.com>');
  expect(heard).toContain('Subject: Hello');
});
