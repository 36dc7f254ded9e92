import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { enter } from './fixtures.ts';

const API = '/external/api/rest/v2';
export const PASSWORD = 'a long password';

export type Worker = {
  id: number;
  name: string;
  email: string;
  /** Calls the service as this person. @throws for anything but 2xx */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
};
type Profile = { department?: string; mailStop?: { id: number } };
export type Office = {
  /** Whoever registered it: may do everything. */
  admin: Worker;
  /** Somebody who can sign in. `role` is that at the mail desk, or in the center of another module. */
  worker(name: string, role?: 'OPERATOR' | 'MANAGER', module?: 'mail' | 'asset'): Promise<Worker>;
  /** Somebody in the directory; answers the id. */
  colleague(name: string, profile?: Profile): Promise<number>;
  /** A delivery route and its stops, in this order; answers their ids. */
  round(name: string, stops: readonly string[]): Promise<{ id: number; stops: number[] }>;
};

let serial = 0;
export const addressOf = (name: string) =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${(serial += 1)}-${randomBytes(3).toString('hex')}@example.com`;

/** Calls the service as somebody who signs in like this. */
export const callAs =
  (url: string, email: string, password = PASSWORD): Worker['call'] =>
  async (method, path, body) => {
    const answer = await fetch(url + API + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-auth-username': email,
        'x-auth-password': password,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };

/** An organisation of a journey's own at the running service: what it counts is known to the last parcel. */
export async function openOffice(url: string): Promise<Office> {
  const email = addressOf('Ada Admin');
  const registered = await fetch(`${url}/data/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      company: 'Journey Works',
      firstname: 'Ada',
      lastname: 'Admin',
      country: 'PL',
      timezone: 'Europe/Warsaw',
      email,
      password: PASSWORD,
    }),
  });
  if (registered.status !== 201) throw new Error(`registration answered ${registered.status}`);
  const call = callAs(url, email);
  const { id } = await call<{ id: number }>('GET', '/users/me');
  const centers = await call<{ id: number; module: string }[]>('GET', '/centers');
  const centerOf = (module: string) => centers.find((center) => center.module === module)!.id;

  async function add(name: string, address: string, profile: Profile = {}): Promise<number> {
    const [firstName, ...lastName] = name.split(' ');
    const person = { firstName, lastName: lastName.join(' '), email: address, ...profile };
    return (await call<{ id: number }>('POST', '/users', person)).id;
  }
  return {
    admin: { id, name: 'Ada Admin', email, call },
    async worker(name, role, module = 'mail') {
      const address = addressOf(name);
      const added = await add(name, address);
      await call('PUT', `/users/${added}`, { password: PASSWORD });
      if (role) {
        const held = [{ role, center: { id: centerOf(module) } }];
        await call('PUT', `/users/${added}/permissions`, held);
      }
      return { id: added, name, email: address, call: callAs(url, address) };
    },
    colleague: (name, profile) => add(name, addressOf(name), profile),
    async round(name, stops) {
      const ids: number[] = [];
      for (const stop of stops)
        ids.push((await call<{ id: number }>('POST', '/mail/mailstops', { name: stop })).id);
      const route = await call<{ id: number }>('POST', '/mail/routes', {
        name,
        stops: ids.map((one) => ({ id: one })),
      });
      return { id: route.id, stops: ids };
    },
  };
}

/** Signs in and opens the address. */
export const signIn = (page: Page, { email }: Worker, address?: string) =>
  enter(page, { email, password: PASSWORD }, address);
