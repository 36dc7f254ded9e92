// What stands in an address was written by anybody, as JSON too: `?item={"toString":0}` is an object that cannot
// even be turned into a text.

/** The text of a parameter; '' for what is neither text nor number. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The number of a parameter; NaN for what is neither text nor number, and for no text at all. */
export const numberIn = (value: unknown): number => {
  const text = textIn(value).trim();
  return text ? Number(text) : Number.NaN;
};
