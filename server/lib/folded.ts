/** What String.trim takes away, so that the database finds what a trimmed cell says. */
const BLANKS = String.raw`E' \t\n\x0B\f\r\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF'`;

/** SQL: a text as words are compared, without blanks around it. `column` is ours, never a client's. */
export const foldedWord = (column: string): string => `fold(btrim(${column}, ${BLANKS}))`;
