import type { Color } from '#contract/service-requests-catalogue.ts';

const GREY = '#868e96';
const two = (share: number) => share.toString(16).padStart(2, '0');

/** #1a2b3c of a colour as the server has it; a grey where there is none. */
export function toHex(color: object | undefined): string {
  if (!color || !('red' in color)) return GREY;
  const { red, green, blue } = color as Color;
  return `#${two(red)}${two(green)}${two(blue)}`;
}
export function fromHex(hex: string): Color {
  const share = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return { red: share(1), green: share(3), blue: share(5) };
}
