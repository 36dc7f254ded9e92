import type { AppNoticeKind } from '#contract/notices.ts';
import * as m from '#messages';

/** A kind of notice as its reader chooses it. */
export const kindLabels: Record<AppNoticeKind, [label: () => string, text: () => string]> = {
  'parcel-arrived': [m.news_kind_parcel_arrived, m.news_kind_parcel_arrived_text],
  'parcel-waiting': [m.news_kind_parcel_waiting, m.news_kind_parcel_waiting_text],
  'parcel-collected': [m.news_kind_parcel_collected, m.news_kind_parcel_collected_text],
  booking: [m.news_kind_booking, m.news_kind_booking_text],
  'booking-invitation': [m.news_kind_booking_invitation, m.news_kind_booking_invitation_text],
  'booking-approval': [m.news_kind_booking_approval, m.news_kind_booking_approval_text],
  'space-free': [m.news_kind_space_free, m.news_kind_space_free_text],
  'request-progress': [m.news_kind_request_progress, m.news_kind_request_progress_text],
  'request-comment': [m.news_kind_request_comment, m.news_kind_request_comment_text],
  'request-work': [m.news_kind_request_work, m.news_kind_request_work_text],
  'request-approval': [m.news_kind_request_approval, m.news_kind_request_approval_text],
  'move-approval': [m.news_kind_move_approval, m.news_kind_move_approval_text],
  'move-progress': [m.news_kind_move_progress, m.news_kind_move_progress_text],
  'move-message': [m.news_kind_move_message, m.news_kind_move_message_text],
  'loan-due': [m.news_kind_loan_due, m.news_kind_loan_due_text],
  'loan-reservation': [m.news_kind_loan_reservation, m.news_kind_loan_reservation_text],
  'asset-check': [m.news_kind_asset_check, m.news_kind_asset_check_text],
  audit: [m.news_kind_audit, m.news_kind_audit_text],
  'leave-progress': [m.news_kind_leave_progress, m.news_kind_leave_progress_text],
  'leave-approval': [m.news_kind_leave_approval, m.news_kind_leave_approval_text],
  'leave-stand-in': [m.news_kind_leave_stand_in, m.news_kind_leave_stand_in_text],
};
