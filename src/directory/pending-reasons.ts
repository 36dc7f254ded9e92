import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';

export type PendingReason = NonNullable<MailItem['pending']>['reason'];

/** Why a parcel is pending, in the desk's words; in the order of their use. */
export const pendingReasonLabels: Record<PendingReason, () => string> = {
  'recipient-away': m.mail_reason_away,
  refused: m.mail_reason_refused,
  damaged: m.mail_reason_damaged,
  'address-unknown': m.mail_reason_address,
  hold: m.mail_reason_hold,
  forward: m.mail_reason_forward,
  return: m.mail_reason_return,
  other: m.mail_reason_other,
};
export const pendingReasons = Object.keys(pendingReasonLabels) as PendingReason[];
