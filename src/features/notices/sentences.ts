import type { NoticeFacts, NoticeWhat } from '#contract/notices.ts';
import * as m from '#messages';
import { formatDateTime, formatDays, formatTime } from '#src/lib/dates.ts';

const name = (facts: NoticeFacts, key: string) => String(facts[key] ?? '');
/** By the clocks of the building, where the notice names them, else of the organisation. */
const zoneOf = ({ zone }: NoticeFacts) => (typeof zone === 'string' ? zone : undefined);
const time = (facts: NoticeFacts, key: string) =>
  typeof facts[key] === 'number' ? formatDateTime(facts[key], zoneOf(facts)) : '';
const when = (facts: NoticeFacts) =>
  typeof facts.until === 'number'
    ? `${time(facts, 'since')} – ${formatTime(facts.until, zoneOf(facts))}`
    : time(facts, 'since');
/** Calendar days, the same in every zone. */
const days = ({ first, last }: NoticeFacts) =>
  typeof first === 'string' && typeof last === 'string' ? formatDays(first, last) : '';
const person = (facts: NoticeFacts) => ({ person: name(facts, 'person'), days: days(facts) });

const sentences: Record<NoticeWhat, (facts: NoticeFacts) => string> = {
  'parcel-arrived': (f) => m.news_say_parcel_arrived({ number: name(f, 'number'), desk: name(f, 'desk') }),
  'parcel-for-colleague': (f) =>
    m.news_say_parcel_for_colleague({
      number: name(f, 'number'),
      person: name(f, 'person'),
      desk: name(f, 'desk'),
    }),
  'parcel-waiting': (f) => m.news_say_parcel_waiting({ number: name(f, 'number'), desk: name(f, 'desk') }),
  'parcel-collected': (f) =>
    m.news_say_parcel_collected({
      collector: name(f, 'collector') || m.news_somebody(),
      number: name(f, 'number'),
    }),
  'parcel-collected-by-you': (f) =>
    m.news_say_parcel_collected_by_you({ number: name(f, 'number'), person: name(f, 'person') }),
  'booking-made': (f) =>
    m.news_say_booking_made({
      title: name(f, 'title') || name(f, 'space'),
      space: name(f, 'space'),
      when: when(f),
    }),
  'booking-changed': (f) =>
    m.news_say_booking_changed({
      title: name(f, 'title') || name(f, 'space'),
      space: name(f, 'space'),
      when: when(f),
    }),
  'booking-cancelled': (f) =>
    m.news_say_booking_cancelled({
      title: name(f, 'title') || name(f, 'space'),
      space: name(f, 'space'),
      when: when(f),
    }),
  'booking-released': (f) =>
    m.news_say_booking_released({
      title: name(f, 'title') || name(f, 'space'),
      space: name(f, 'space'),
      when: when(f),
    }),
  'invitation-made': (f) =>
    m.news_say_invitation_made({
      organiser: name(f, 'organiser'),
      title: name(f, 'title') || name(f, 'space'),
      space: name(f, 'space'),
      when: when(f),
    }),
  'invitation-changed': (f) =>
    m.news_say_invitation_changed({
      organiser: name(f, 'organiser'),
      title: name(f, 'title') || name(f, 'space'),
      space: name(f, 'space'),
      when: when(f),
    }),
  'invitation-cancelled': (f) =>
    m.news_say_invitation_cancelled({
      organiser: name(f, 'organiser'),
      title: name(f, 'title') || name(f, 'space'),
      space: name(f, 'space'),
      when: when(f),
    }),
  'space-free': (f) => m.news_say_space_free({ space: name(f, 'space'), when: when(f) }),
  'request-opened': (f) => m.news_say_request_opened({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-awaiting': (f) =>
    m.news_say_request_awaiting({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-approved': (f) =>
    m.news_say_request_approved({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-declined': (f) =>
    m.news_say_request_declined({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-accepted': (f) =>
    m.news_say_request_accepted({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-rejected': (f) =>
    m.news_say_request_rejected({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-started': (f) =>
    m.news_say_request_started({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-held': (f) => m.news_say_request_held({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-resumed': (f) =>
    m.news_say_request_resumed({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-part-completed': (f) =>
    m.news_say_request_part_completed({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-completed': (f) =>
    m.news_say_request_completed({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-cancelled': (f) =>
    m.news_say_request_cancelled({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-priority': (f) =>
    m.news_say_request_priority({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-type': (f) => m.news_say_request_type({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-center': (f) => m.news_say_request_center({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-assigned': (f) =>
    m.news_say_request_assigned({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-required': (f) =>
    m.news_say_request_required({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-room': (f) =>
    m.news_say_request_room({ request: name(f, 'request'), type: name(f, 'type'), space: name(f, 'space') }),
  'request-image': (f) => m.news_say_request_image({ request: name(f, 'request'), type: name(f, 'type') }),
  'request-comment': (f) =>
    m.news_say_request_comment({
      by: name(f, 'by') || m.news_somebody(),
      request: name(f, 'request'),
      type: name(f, 'type'),
    }),
  'work-comment': (f) =>
    m.news_say_work_comment({
      by: name(f, 'by') || m.news_somebody(),
      request: name(f, 'request'),
      type: name(f, 'type'),
    }),
  'work-assigned': (f) =>
    m.news_say_work_assigned({ request: name(f, 'request'), type: name(f, 'type'), space: name(f, 'space') }),
  'work-unassigned': (f) =>
    m.news_say_work_unassigned({ request: name(f, 'request'), type: name(f, 'type') }),
  'work-cancelled': (f) => m.news_say_work_cancelled({ request: name(f, 'request'), type: name(f, 'type') }),
  'team-move-opened': (f) =>
    m.news_say_team_move_opened({ move: name(f, 'move'), description: name(f, 'description') }),
  'team-move-reopened': (f) =>
    m.news_say_team_move_reopened({ move: name(f, 'move'), description: name(f, 'description') }),
  'move-changed': (f) =>
    m.news_say_move_changed({ move: name(f, 'move'), description: name(f, 'description') }),
  'move-approved': (f) =>
    m.news_say_move_approved({ move: name(f, 'move'), description: name(f, 'description') }),
  'move-rejected': (f) =>
    m.news_say_move_rejected({ move: name(f, 'move'), description: name(f, 'description') }),
  'move-reopened': (f) =>
    m.news_say_move_reopened({ move: name(f, 'move'), description: name(f, 'description') }),
  'move-started': (f) =>
    m.news_say_move_started({ move: name(f, 'move'), description: name(f, 'description') }),
  'move-effected': (f) =>
    m.news_say_move_effected({ move: name(f, 'move'), description: name(f, 'description') }),
  'move-failed': (f) =>
    m.news_say_move_failed({ move: name(f, 'move'), description: name(f, 'description') }),
  'move-removed': (f) =>
    m.news_say_move_removed({ move: name(f, 'move'), description: name(f, 'description') }),
  'your-move-approved': (f) => m.news_say_your_move_approved({ description: name(f, 'description') }),
  'your-move-reopened': (f) => m.news_say_your_move_reopened({ description: name(f, 'description') }),
  'your-move-effected': (f) => m.news_say_your_move_effected({ description: name(f, 'description') }),
  'move-comment': (f) =>
    m.news_say_move_comment({
      by: name(f, 'by') || m.news_somebody(),
      move: name(f, 'move'),
      description: name(f, 'description'),
    }),
  'move-message': (f) =>
    m.news_say_move_message({
      by: name(f, 'by') || m.news_somebody(),
      move: name(f, 'move'),
      description: name(f, 'description'),
    }),
  'loan-due-soon': (f) =>
    m.news_say_loan_due_soon({ asset: name(f, 'asset'), desk: name(f, 'desk'), until: time(f, 'until') }),
  'loan-due': (f) => m.news_say_loan_due({ asset: name(f, 'asset'), desk: name(f, 'desk') }),
  'loan-overdue': (f) =>
    m.news_say_loan_overdue({ asset: name(f, 'asset'), desk: name(f, 'desk'), until: time(f, 'until') }),
  'loan-flagged': (f) => m.news_say_loan_flagged({ asset: name(f, 'asset'), desk: name(f, 'desk') }),
  'lent-due-soon': (f) =>
    m.news_say_lent_due_soon({
      asset: name(f, 'asset'),
      borrower: name(f, 'borrower'),
      until: time(f, 'until'),
    }),
  'lent-due': (f) => m.news_say_lent_due({ asset: name(f, 'asset'), borrower: name(f, 'borrower') }),
  'lent-overdue': (f) =>
    m.news_say_lent_overdue({
      asset: name(f, 'asset'),
      borrower: name(f, 'borrower'),
      until: time(f, 'until'),
    }),
  'lent-flagged': (f) => m.news_say_lent_flagged({ asset: name(f, 'asset'), borrower: name(f, 'borrower') }),
  'loan-reserved-soon': (f) =>
    m.news_say_loan_reserved_soon({
      asset: name(f, 'asset'),
      since: time(f, 'since'),
      desk: name(f, 'desk'),
    }),
  'loan-waits': (f) => m.news_say_loan_waits({ asset: name(f, 'asset'), since: time(f, 'since') }),
  'asset-asked': (f) => m.news_say_asset_asked({ round: name(f, 'round'), until: time(f, 'until') }),
  'asset-ask-again': (f) => m.news_say_asset_ask_again({ round: name(f, 'round'), until: time(f, 'until') }),
  'audit-opened': (f) => m.news_say_audit_opened({ audit: name(f, 'audit') }),
  'audit-soon': (f) => m.news_say_audit_soon({ audit: name(f, 'audit'), due: time(f, 'due') }),
  'audit-overdue': (f) => m.news_say_audit_overdue({ audit: name(f, 'audit'), due: time(f, 'due') }),
  'booking-awaiting': (f) =>
    m.news_say_booking_awaiting({
      organiser: name(f, 'organiser'),
      title: name(f, 'title') || name(f, 'space'),
      space: name(f, 'space'),
      when: when(f),
    }),
  'work-awaiting': (f) =>
    m.news_say_work_awaiting({
      request: name(f, 'request'),
      type: name(f, 'type'),
      space: name(f, 'space'),
      by: name(f, 'by') || m.news_somebody(),
    }),
  'leave-endorsed': (f) => m.news_say_leave_endorsed({ days: days(f) }),
  'leave-approved': (f) => m.news_say_leave_approved({ days: days(f) }),
  'leave-rejected': (f) => m.news_say_leave_rejected({ days: days(f) }),
  'leave-withdrawn': (f) => m.news_say_leave_withdrawn({ days: days(f) }),
  'leave-cancelled': (f) => m.news_say_leave_cancelled({ days: days(f) }),
  'team-leave-asked': (f) => m.news_say_team_leave_asked(person(f)),
  'team-leave-changed': (f) => m.news_say_team_leave_changed(person(f)),
  'team-leave-endorsed': (f) => m.news_say_team_leave_endorsed(person(f)),
  'team-leave-withdrawn': (f) => m.news_say_team_leave_withdrawn(person(f)),
  'team-leave-cancelled': (f) => m.news_say_team_leave_cancelled(person(f)),
  'stand-in-approved': (f) => m.news_say_stand_in_approved(person(f)),
  'stand-in-cancelled': (f) => m.news_say_stand_in_cancelled(person(f)),
};

/** What the notice says, in the reader's language; a server that is newer than this page may tell of other things. */
export function sentenceOf({ what, facts }: { what: string; facts: NoticeFacts }): string {
  return (sentences as Partial<typeof sentences>)[what as NoticeWhat]?.(facts) ?? m.news_other();
}

/** Words of somebody else that the notice is about, such as a comment. */
export const quoteOf = ({ facts }: { facts: NoticeFacts }) => name(facts, 'text');
