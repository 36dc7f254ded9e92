import type { noticeStates } from '#contract/mail-notices.ts';
import { textIn } from '#src/lib/address.ts';

export type NoticeState = (typeof noticeStates)[number];
/** Every message, newest first, when the address says nothing. */
export type NoticeSearch = { state?: NoticeState; search?: string };

// Not the contract's own list: an address is read before the sign-in, and zod has no place there.
const states: readonly NoticeState[] = ['waiting', 'sent', 'failed'];
const LONGEST = 200;

/** Reads an address that anybody may have written. */
export function readNoticeSearch(raw: Record<string, unknown>): NoticeSearch {
  const state = states.find((one) => one === raw.state);
  const search = textIn(raw.search).slice(0, LONGEST);
  return { ...(state && { state }), ...(search.trim() && { search }) };
}
