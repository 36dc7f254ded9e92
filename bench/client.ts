import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

export const API = '/external/api/rest/v2';
export type Answer = { status: number; text: string };
export type Client = {
  url: string;
  headers: Record<string, string>;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
};

/** A caller on one connection that stays open. Anything but 2xx throws: a refusal is quickly measured. */
export function clientOf(url: string, headers: Record<string, string>): Client {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    url,
    headers,
    call: (method, path, body) =>
      new Promise((resolve, reject) => {
        const payload = body === undefined ? undefined : JSON.stringify(body);
        const all = { ...headers, ...(payload !== undefined && { 'content-type': 'application/json' }) };
        const sent = request({ agent, hostname, port, method, path: API + path, headers: all }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const status = answer.statusCode!;
            if (status >= 200 && status < 300) resolve({ status, text });
            else reject(new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`));
          });
        });
        sent.on('error', reject);
        sent.end(payload);
      }),
  };
}

/** Answers per second with so many connections asking without a pause. */
export async function throughput({ url, headers }: Client, path: string, connections: number, seconds = 8) {
  const { requests, non2xx, errors } = await autocannon({
    url: url + API + path,
    headers,
    connections,
    duration: seconds,
  });
  if (non2xx + errors > 0) throw new Error(`${path}: ${non2xx} refusals, ${errors} errors`);
  return requests.average;
}
