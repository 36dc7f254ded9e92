import { demoAccounts } from '#contract/account.ts';
import { addressOf, callAs, PASSWORD, type Worker } from './fixture-office.ts';

type Role = 'clerk' | 'manager' | 'operator' | 'employee' | 'admin';

/** Calls the service as the demo's account of that role. */
export async function demoCall(url: string, role: Role): Promise<Worker['call']> {
  const answer = await fetch(`${url}/data/demo`);
  const { accounts } = demoAccounts.parse(await answer.json());
  const { email, password } = accounts.find((account) => account.role === role)!;
  return callAs(url, email, password);
}

/** Somebody new in the demo's organisation, whom no other journey knows. */
export async function hire(
  url: string,
  name: string,
  profile: { manager?: { id: number } } = {},
): Promise<Worker> {
  const call = await demoCall(url, 'admin');
  const email = addressOf(name);
  const [firstName, ...lastName] = name.split(' ');
  const { id } = await call<{ id: number }>('POST', '/users', {
    firstName,
    lastName: lastName.join(' '),
    email,
    ...profile,
  });
  await call('PUT', `/users/${id}`, { password: PASSWORD });
  return { id, name, email, call: callAs(url, email) };
}
