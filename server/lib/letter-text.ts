/** Names, notes and titles are other people's words: one line each, whatever they hold. */
export const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** At most so many characters of it; a letter is no place to keep a text. */
export const short = (text: string, most = 500) => (text.length > most ? `${text.slice(0, most)}…` : text);
