import type { AppNoticeKind, NoticeFacts, NoticeWhat } from '#contract/notices.ts';

/** Names and notes are other people's words: one line each, whatever they hold. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** The facts of a notice as words; a name that is missing is one of these. */
type Say = (name: string) => string;
const request = (say: Say, what: string) => `Request ${say('request')}, ${say('type')}: ${what}`;
const move = (say: Say, what: string) => `Move ${say('move')}, ${say('description')}: ${what}`;
const booking = (say: Say) => `${say('title') || say('space')}, ${say('space')}, ${say('since')}`;
const said = (say: Say, what: string) => (say('text') ? `${what} “${say('text')}”` : what);

const sentences: Record<NoticeWhat, (say: Say) => string> = {
  'parcel-arrived': (say) => `${say('number')} has arrived and is at ${say('desk')}.`,
  'parcel-for-colleague': (say) => `${say('number')} for ${say('person')} has arrived. You may collect it.`,
  'parcel-waiting': (say) => `${say('number')} is still waiting at ${say('desk')}.`,
  'parcel-collected': (say) => `${say('collector')} collected ${say('number')} for you.`,
  'parcel-collected-by-you': (say) => `You collected ${say('number')} for ${say('person')}.`,
  'booking-made': (say) => `Booked for you: ${booking(say)}.`,
  'booking-changed': (say) => `Your booking has changed: ${booking(say)}.`,
  'booking-cancelled': (say) => `Your booking has been cancelled: ${booking(say)}.`,
  'booking-released': (say) => `Nobody checked in, so the space was given free: ${booking(say)}.`,
  'invitation-made': (say) => `${say('organiser')} invites you: ${booking(say)}.`,
  'invitation-changed': (say) => `What you are invited to has changed: ${booking(say)}.`,
  'invitation-cancelled': (say) => `You need not come, this has been cancelled: ${booking(say)}.`,
  'space-free': (say) => `${say('space')} has become free from ${say('since')} until ${say('until')}.`,
  'request-opened': (say) => request(say, 'it was opened for you.'),
  'request-awaiting': (say) => request(say, 'it waits for an approval.'),
  'request-approved': (say) => request(say, 'it was approved.'),
  'request-declined': (say) => request(say, 'it was not approved.'),
  'request-accepted': (say) => request(say, 'somebody will do it.'),
  'request-rejected': (say) => request(say, 'it was turned down.'),
  'request-started': (say) => request(say, 'work has begun.'),
  'request-held': (say) => request(say, 'it is on hold.'),
  'request-resumed': (say) => request(say, 'work goes on.'),
  'request-part-completed': (say) => request(say, 'a part of it is done.'),
  'request-completed': (say) => request(say, 'it is done.'),
  'request-cancelled': (say) => request(say, 'it was cancelled.'),
  'request-priority': (say) => request(say, 'its priority has changed.'),
  'request-type': (say) => request(say, 'it is now a request of another type.'),
  'request-center': (say) => request(say, 'it was handed to another center.'),
  'request-assigned': (say) => request(say, 'it was given to somebody.'),
  'request-required': (say) => request(say, 'the date by which it is required has changed.'),
  'request-room': (say) => request(say, `it is now about ${say('space')}.`),
  'request-image': (say) => request(say, 'a picture was added.'),
  'request-comment': (say) => request(say, said(say, 'a comment was written.')),
  'work-comment': (say) => request(say, said(say, 'a comment was written.')),
  'work-assigned': (say) => request(say, 'it was given to you.'),
  'work-unassigned': (say) => request(say, 'it is no longer yours to do.'),
  'work-cancelled': (say) => request(say, 'it was cancelled.'),
  'team-move-opened': (say) => move(say, 'it was filed and waits for your approval.'),
  'team-move-reopened': (say) => move(say, 'it was re-opened and waits for your approval.'),
  'move-changed': (say) => move(say, 'it was changed.'),
  'move-approved': (say) => move(say, 'it was approved.'),
  'move-rejected': (say) => move(say, said(say, 'it was rejected.')),
  'move-reopened': (say) => move(say, 'it was re-opened and waits for an approval.'),
  'move-started': (say) => move(say, 'work on it has begun.'),
  'move-effected': (say) => move(say, 'it has taken effect.'),
  'move-failed': (say) => move(say, said(say, 'it could not take effect.')),
  'move-removed': (say) => move(say, 'it was removed.'),
  'your-move-approved': (say) => move(say, 'it was approved, and you move with it.'),
  'your-move-reopened': (say) => move(say, 'your move was re-opened and waits for an approval.'),
  'your-move-effected': (say) => move(say, 'your move has taken effect.'),
  'move-comment': (say) => move(say, said(say, 'a comment was written.')),
  'move-message': (say) => move(say, said(say, 'there is a message.')),
  'loan-due-soon': (say) => `Please bring ${say('asset')} back to ${say('desk')} by ${say('until')}.`,
  'loan-due': (say) => `${say('asset')} is due back at ${say('desk')} now.`,
  'loan-overdue': (say) => `${say('asset')} was due back at ${say('desk')} on ${say('until')}.`,
  'loan-flagged': (say) => said(say, `Please bring ${say('asset')} back to ${say('desk')}.`),
  'lent-due-soon': (say) => `${say('asset')}, lent to ${say('borrower')}, is due back by ${say('until')}.`,
  'lent-due': (say) => `${say('asset')}, lent to ${say('borrower')}, is due back now.`,
  'lent-overdue': (say) =>
    `${say('asset')}, lent to ${say('borrower')}, was due back on ${say('until')} and is still out.`,
  'lent-flagged': (say) => said(say, `${say('asset')}, lent to ${say('borrower')}, has to come back.`),
  'loan-reserved-soon': (say) =>
    `${say('asset')} is reserved for you from ${say('since')} at ${say('desk')}.`,
  'loan-waits': (say) => `${say('asset')}, reserved for you from ${say('since')}, has not come back yet.`,
  'asset-asked': (say) => `${say('round')} – please say by ${say('until')} what you have.`,
  'asset-ask-again': (say) =>
    `${say('round')} – your answer is still missing. Please give it by ${say('until')}.`,
  'audit-opened': (say) => `You are an auditor of ${say('audit')}, which has begun.`,
  'audit-soon': (say) => `${say('audit')} is due soon: ${say('due')}.`,
  'audit-overdue': (say) => `${say('audit')} should have ended on ${say('due')}.`,
};

export const kindNames: Record<AppNoticeKind, string> = {
  'parcel-arrived': 'Parcels that have arrived',
  'parcel-waiting': 'Parcels that wait',
  'parcel-collected': 'Parcels that were collected',
  booking: 'Your bookings',
  'booking-invitation': 'Invitations',
  'space-free': 'Spaces you wait for',
  'request-progress': 'Your requests',
  'request-comment': 'Comments on requests',
  'request-work': 'Your work',
  'move-approval': 'Moves that wait for your approval',
  'move-progress': 'Moves',
  'move-message': 'Messages about moves',
  'loan-due': 'Loans',
  'loan-reservation': 'Your reservations of assets',
  'asset-check': 'Assets under your name',
  audit: 'Asset audits',
};

/** The sentence of a notice in English; times by the clocks of the zone. */
export function sentenceOf({ what, facts }: { what: string; facts: NoticeFacts }, zone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: String(facts.zone ?? zone),
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const timed = new Set(['since', 'until', 'due']);
  const say: Say = (name) => {
    const fact = facts[name];
    if (fact === undefined) return '';
    return typeof fact === 'number' && timed.has(name) ? clock.format(fact) : oneLine(String(fact));
  };
  const sentence = (sentences as Partial<Record<string, (say: Say) => string>>)[what];
  return sentence ? sentence(say) : 'There is something new.';
}
