import type { AppNoticeKind, NoticeFacts, NoticeWhat } from '#contract/notices.ts';
import { oneLine } from '#server/lib/letter-text.ts';
import { momentsIn, say } from '#server/lib/words.ts';

/** The fact of a name as words; one that is missing is empty. */
type Fact = (name: string) => string;
const said = (fact: Fact, what: string) => (fact('text') ? `${what}: “${fact('text')}”` : what);
const request = (what: (fact: Fact) => string) => (fact: Fact) =>
  say`Request ${fact('request')}, ${fact('type')}: ${what(fact)}`;
const move = (what: (fact: Fact) => string) => (fact: Fact) =>
  say`Move ${fact('move')}, ${fact('description')}: ${what(fact)}`;
const booking = (opening: () => string) => (fact: Fact) =>
  `${opening()} ${fact('title') || fact('space')}, ${fact('space')}, ${fact('since')}`;
const ownLeave = (what: () => string) => (fact: Fact) => say`Your leave, ${fact('days')}: ${what()}`;
const leave = (what: (fact: Fact) => string) => (fact: Fact) =>
  say`Leave of ${fact('person')}, ${fact('days')}: ${what(fact)}`;
const commented = (fact: Fact) => said(fact, say`A comment was written`);

const sentences: Record<NoticeWhat, (fact: Fact) => string> = {
  'parcel-arrived': (fact) => say`${fact('number')} has arrived and is at ${fact('desk')}.`,
  'parcel-for-colleague': (fact) =>
    say`${fact('number')} for ${fact('person')} has arrived. You may collect it.`,
  'parcel-waiting': (fact) => say`${fact('number')} is still waiting at ${fact('desk')}.`,
  'parcel-collected': (fact) =>
    say`${fact('collector') || say`Somebody else`} collected ${fact('number')} for you.`,
  'parcel-collected-by-you': (fact) => say`You collected ${fact('number')} for ${fact('person')}.`,
  'booking-made': booking(() => say`A space is booked for you:`),
  'booking-changed': booking(() => say`Your booking has changed:`),
  'booking-cancelled': booking(() => say`Your booking has been cancelled:`),
  'booking-released': booking(() => say`Nobody checked in, so the space has been given free:`),
  'booking-awaiting': (fact) =>
    `${booking(() => say`A booking waits for your approval:`)(fact)} (${fact('organiser')})`,
  'invitation-made': (fact) => `${booking(() => say`You are invited:`)(fact)} (${fact('organiser')})`,
  'invitation-changed': booking(() => say`What you are invited to has changed:`),
  'invitation-cancelled': booking(() => say`You need not come, this has been cancelled:`),
  'space-free': (fact) =>
    `${say`A space that you wait for has become free:`} ${fact('space')}, ${fact('since')} – ${fact('until')}`,
  'request-opened': request(() => say`It was opened for you`),
  'request-awaiting': request(() => say`It waits for an approval`),
  'request-approved': request(() => say`It was approved`),
  'request-declined': request(() => say`It was not approved`),
  'request-accepted': request(() => say`Somebody will do it`),
  'request-rejected': request(() => say`It was turned down`),
  'request-started': request(() => say`Work has begun`),
  'request-held': request(() => say`It is on hold`),
  'request-resumed': request(() => say`Work goes on`),
  'request-part-completed': request(() => say`A part of it is done`),
  'request-completed': request(() => say`It is done`),
  'request-cancelled': request(() => say`It was cancelled`),
  'request-priority': request(() => say`Its priority has changed`),
  'request-type': request(() => say`It is now a request of another type`),
  'request-center': request(() => say`It was handed to another center`),
  'request-assigned': request(() => say`It was given to somebody`),
  'request-required': request(() => say`The date by which it is required has changed`),
  'request-room': request((fact) => say`It is now about ${fact('space')}`),
  'request-image': request(() => say`A picture was added`),
  'request-comment': request(commented),
  'work-comment': request(commented),
  'work-assigned': request(() => say`It was given to you`),
  'work-unassigned': request(() => say`It is no longer yours to do`),
  'work-cancelled': request(() => say`It was cancelled`),
  'work-awaiting': request((fact) => said(fact, say`It waits for your approval`)),
  'team-move-opened': move(() => say`It was filed and waits for your approval`),
  'team-move-reopened': move(() => say`It was re-opened and waits for an approval`),
  'move-changed': move(() => say`It was changed`),
  'move-approved': move(() => say`It was approved`),
  'move-rejected': move((fact) => said(fact, say`It was rejected`)),
  'move-reopened': move(() => say`It was re-opened and waits for an approval`),
  'move-started': move(() => say`Work on it has begun`),
  'move-effected': move(() => say`It has taken effect`),
  'move-failed': move((fact) => said(fact, say`It could not take effect`)),
  'move-removed': move(() => say`It was removed`),
  'your-move-approved': move(() => say`It was approved, and you move with it`),
  'your-move-reopened': move(() => say`Your move was re-opened and waits for an approval`),
  'your-move-effected': move(() => say`Your move has taken effect`),
  'move-comment': move(commented),
  'move-message': move((fact) => said(fact, say`There is a message`)),
  'loan-due-soon': (fact) =>
    say`${fact('asset')}: please bring it back to ${fact('desk')} by ${fact('until')}.`,
  'loan-due': (fact) => say`${fact('asset')} is due back at ${fact('desk')} now (${fact('until')}).`,
  'loan-overdue': (fact) =>
    say`${fact('asset')} was due back at ${fact('desk')} on ${fact('until')}. Please bring it back.`,
  'loan-flagged': (fact) =>
    say`${fact('asset')}: please bring it back to ${fact('desk')}. ${fact('text')}`.trim(),
  'lent-due-soon': (fact) =>
    say`${fact('asset')}, lent to ${fact('borrower')}, is due back by ${fact('until')}.`,
  'lent-due': (fact) =>
    say`${fact('asset')}, lent to ${fact('borrower')}, is due back now (${fact('until')}).`,
  'lent-overdue': (fact) =>
    say`${fact('asset')}, lent to ${fact('borrower')}, was due back on ${fact('until')} and is still out.`,
  'lent-flagged': (fact) =>
    say`${fact('asset')}, lent to ${fact('borrower')}, has to come back. ${fact('text')}`.trim(),
  'loan-reserved-soon': (fact) =>
    say`${fact('asset')} is reserved for you from ${fact('since')} until ${fact('until')}. Collect it at ${fact('desk')}.`,
  'loan-waits': (fact) =>
    say`${fact('asset')}, reserved for you from ${fact('since')}, has not come back yet. Ask ${fact('desk')}, or reserve another.`,
  'asset-asked': (fact) => say`${fact('round')}: please say by ${fact('until')} what you have.`,
  'asset-ask-again': (fact) => say`${fact('round')}: please say by ${fact('until')} what you have.`,
  'audit-opened': (fact) => `${say`You are an auditor of an asset audit that has begun:`} ${fact('audit')}`,
  'audit-soon': (fact) => `${say`An asset audit is due soon: ${fact('audit')}`}, ${fact('due')}`,
  'audit-overdue': (fact) => `${say`An asset audit is overdue: ${fact('audit')}`}, ${fact('due')}`,
  'leave-endorsed': ownLeave(() => say`It has a first approval and waits for the next`),
  'leave-approved': ownLeave(() => say`It was approved`),
  'leave-rejected': ownLeave(() => say`It was rejected`),
  'leave-withdrawn': ownLeave(() => say`It was withdrawn`),
  'leave-cancelled': ownLeave(() => say`It was cancelled`),
  'team-leave-asked': leave((fact) => said(fact, say`It waits for your approval`)),
  'team-leave-changed': leave((fact) => said(fact, say`It was changed and waits for your approval`)),
  'team-leave-endorsed': leave((fact) => said(fact, say`It has a first approval and waits for yours`)),
  'team-leave-withdrawn': leave(() => say`It was withdrawn`),
  'team-leave-cancelled': leave(() => say`It was cancelled`),
  'stand-in-approved': leave(() => say`You stand in`),
  'stand-in-cancelled': leave(() => say`You need not stand in`),
};

/** A kind as a heading, in the language that is spoken. */
export const kindNames: Record<AppNoticeKind, () => string> = {
  'parcel-arrived': () => say`Parcels that have arrived`,
  'parcel-waiting': () => say`Parcels that wait`,
  'parcel-collected': () => say`Parcels that were collected`,
  booking: () => say`Your bookings`,
  'booking-invitation': () => say`Invitations`,
  'booking-approval': () => say`Bookings that wait for your approval`,
  'space-free': () => say`Spaces you wait for`,
  'request-progress': () => say`Your requests`,
  'request-comment': () => say`Comments on requests`,
  'request-work': () => say`Your work`,
  'request-approval': () => say`Requests that wait for your approval`,
  'move-approval': () => say`Moves that wait for your approval`,
  'move-progress': () => say`Moves`,
  'move-message': () => say`Messages about moves`,
  'loan-due': () => say`Loans`,
  'loan-reservation': () => say`Your reservations of assets`,
  'asset-check': () => say`Assets under your name`,
  audit: () => say`Asset audits`,
  'leave-progress': () => say`Your leave`,
  'leave-approval': () => say`Leave that you decide on`,
  'leave-stand-in': () => say`Those you stand in for`,
};

const timed = new Set(['since', 'until', 'due']);
const spanOf = ({ first, last }: NoticeFacts) =>
  momentsIn('UTC', { dateStyle: 'medium' }).formatRange(Date.parse(String(first)), Date.parse(String(last)));

/** The sentence of a notice, in the language that is spoken; times by the clocks of the zone. */
export function sentenceOf({ what, facts }: { what: string; facts: NoticeFacts }, zone: string): string {
  const clock = momentsIn(String(facts.zone ?? zone), { dateStyle: 'medium', timeStyle: 'short' });
  const fact: Fact = (name) => {
    if (name === 'days' && facts.first !== undefined) return spanOf(facts);
    const value = facts[name];
    if (value === undefined) return '';
    return typeof value === 'number' && timed.has(name) ? clock.format(value) : oneLine(String(value));
  };
  const sentence = (sentences as Partial<Record<string, (fact: Fact) => string>>)[what];
  return sentence ? sentence(fact) : say`There is something new.`;
}
