import { createHash } from 'node:crypto';

/** A colour that belongs to the person, of middling brightness so that either text is readable on it. */
export function personColor(email: string): string {
  const [r, g, b] = createHash('sha256').update(email.toLowerCase()).digest();
  const part = (byte: number) => (0x50 + (byte % 0x80)).toString(16);
  return `#${part(r!)}${part(g!)}${part(b!)}`;
}
