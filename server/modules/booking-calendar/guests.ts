import { isAddress } from '#server/lib/mailer.ts';

export type Addressee = { email: string; name: string };

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
/** RFC 5321 allows no longer address. */
const LONGEST = 254;
const usable = (email: string) => email.length <= LONGEST && isAddress(email);

/** Whom a guest as sent stands for: `a@b.example`, `Ann <a@b.example>`, or an object with these parts. */
function addresseeOf(guest: unknown): Addressee | undefined {
  if (typeof guest === 'string') {
    const [, name = '', email = guest] = /^([^<>]*)<([^<>]*)>\s*$/.exec(guest) ?? [];
    return usable(email.trim())
      ? { email: email.trim(), name: name.trim().replaceAll(/^"|"$/g, '') }
      : undefined;
  }
  if (typeof guest !== 'object' || guest === null) return undefined;
  const { email, name, firstName, lastName } = guest as Record<string, unknown>;
  const address = textOf(email);
  if (!usable(address)) return undefined;
  return { email: address, name: textOf(name) || `${textOf(firstName)} ${textOf(lastName)}`.trim() };
}

/** The guests who can be written to, each address once, whatever its case. */
export function addresseesOf(guests: unknown): Addressee[] {
  if (!Array.isArray(guests)) return [];
  const found = guests.flatMap((guest: unknown) => addresseeOf(guest) ?? []);
  const each = new Map(found.toReversed().map(({ email, name }) => [email.toLowerCase(), name]));
  return [...each].map(([email, name]) => ({ email, name })).toReversed();
}
