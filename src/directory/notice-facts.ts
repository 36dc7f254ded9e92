import type { ComponentType } from 'react';
import * as m from '#messages';
import type { Notice } from '#contract/mail-notices.ts';
import { formatMoment } from '#src/lib/dates.ts';
import { CheckIcon, ClockIcon, ErrorIcon, type IconProps } from '#src/ui/icons.tsx';
import type { Tone } from '#src/ui/status-badge.tsx';

type State = { label: () => string; tone: Tone; icon: ComponentType<IconProps> };
export const noticeStateFacts: Record<Notice['state'], State> = {
  waiting: { label: m.notices_waiting, tone: 'warning', icon: ClockIcon },
  sent: { label: m.notices_sent, tone: 'success', icon: CheckIcon },
  failed: { label: m.notices_failed, tone: 'danger', icon: ErrorIcon },
};
export const noticeKindLabels: Record<Notice['kind'], () => string> = {
  arrival: m.notices_kind_arrival,
  reminder: m.notices_kind_reminder,
  delivered: m.notices_kind_delivered,
  delegate: m.notices_kind_delegate,
};

/** The server gathers what arrives for two minutes; a little more, because clocks differ. */
const GATHERED = 150_000;
/** The job that sends runs once a minute, and the clock on screen ticks as often. */
const RUN = 60_000;

export type Waiting = 'mail-server' | 'gathering' | 'quiet' | 'next-run';
/** Why a message that waits has not been sent. */
export function whyWaiting(notice: Notice, now: number): Waiting {
  if (notice.lastError !== undefined) return 'mail-server';
  if (notice.due <= now + RUN) return 'next-run';
  return notice.due - notice.dateCreated <= GATHERED ? 'gathering' : 'quiet';
}

/** What became of a message or what it waits for, in words; `error` is what the mail server said. */
export function noticeStory(notice: Notice, now: number): { text: string; error?: string } {
  const { state, lastError: error, due, sentAt } = notice;
  if (state === 'sent') return { text: m.notices_sent_at({ when: formatMoment(sentAt ?? due, now) }) };
  if (state === 'failed') return { text: m.notices_gave_up(), ...(error && { error }) };
  const when = formatMoment(Math.max(due, now), now);
  const why = whyWaiting(notice, now);
  if (why === 'mail-server') return { text: m.notices_next_try({ when }), ...(error && { error }) };
  if (why === 'quiet') return { text: m.notices_quiet_until({ when }) };
  return { text: why === 'gathering' ? m.notices_gathering({ when }) : m.notices_next_run() };
}
