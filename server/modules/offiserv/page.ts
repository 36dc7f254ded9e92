import { userLinks, remindersLink, userUri, type UserLink } from '#contract/offiserv-links.ts';
import type { OffiServQuery } from '#contract/offiserv.ts';

/** How many rows to ask for: one more than the page has says whether there is another. */
export const oneMore = ({ limit }: OffiServQuery) => limit + 1;

/** Which list of whom, and what else narrows it down. */
export type Place = {
  person: number;
  link: UserLink | 'reminders';
  filters?: Record<string, string | readonly string[] | undefined>;
};

/** A page as JSON text. @param items as JSON texts, with one more than the page has if there is one */
export function pageText(place: Place, { startAt, limit }: OffiServQuery, items: readonly string[]): string {
  const { path } = place.link === 'reminders' ? remindersLink : userLinks[place.link];
  const uri = `${userUri(place.person)}/${path}`;
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries(place.filters ?? {}))
    if (value !== undefined) next.set(name, String(value));
  next.set('startAt', String(startAt + limit));
  next.set('limit', String(limit));
  const more = items.length > limit ? `,"nextUri":${JSON.stringify(`${uri}?${next}`)}` : '';
  return `{"uri":"${uri}","startAt":${startAt},"limit":${limit},"items":[${items.slice(0, limit).join(',')}]${more}}`;
}
