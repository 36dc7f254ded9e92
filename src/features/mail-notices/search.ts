import { noticeStates } from '#contract/mail-notices.ts';
import { textIn } from '#src/lib/address.ts';

export type NoticeState = (typeof noticeStates)[number];
/** Every message, newest first, when the address says nothing. */
export type NoticeSearch = { state?: NoticeState; search?: string };

const LONGEST = 200;

/** Reads an address that anybody may have written. */
export function readNoticeSearch(raw: Record<string, unknown>): NoticeSearch {
  const state = noticeStates.find((one) => one === raw.state);
  const search = textIn(raw.search).slice(0, LONGEST);
  return { ...(state && { state }), ...(search.trim() && { search }) };
}
