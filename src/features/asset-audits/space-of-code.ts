/** The space whose label was scanned: its code is an address that ends in `/s/` and its id. */
export function spaceOfCode(text: string): number | undefined {
  const digits = /(?:^|\/)s\/([1-9]\d{0,14})\/?(?:[?#].*)?$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
