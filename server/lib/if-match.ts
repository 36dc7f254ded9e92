/** Entity tags of an If-Match header, `"1700000000000"` or several, weak or without quotes alike. */
const tagsOf = (header: string) => header.split(',').map((tag) => tag.trim().replace(/^(W\/)?"?|"$/g, ''));

/** Whether an edit made on what the header names may go on: it names this version, any, or there is none. */
export function namesVersion(ifMatch: string | undefined, version: string | number): boolean {
  if (ifMatch === undefined) return true;
  const tags = tagsOf(ifMatch);
  return tags.includes('*') || tags.includes(String(version));
}
