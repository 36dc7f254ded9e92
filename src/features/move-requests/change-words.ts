import * as m from '#messages';
import type { MoveItemChange } from '#contract/move-effect.ts';
import { formatDateTime } from '#src/lib/dates.ts';

/** What else a move changes for somebody, in a few words: how many things, parcels, bookings. */
export function alsoWords(change: MoveItemChange): string {
  const { account, mailStop, assets, parcels, bookings, loans, reports, approvals } = change;
  const waiting = approvals.reduce((sum, one) => sum + one.waiting, 0);
  return [
    account === 'opened' && m.moves_change_opened(),
    account === 'deactivated' && m.moves_change_deactivated(),
    mailStop && m.moves_change_stop({ stop: mailStop.after?.name ?? m.moves_change_none() }),
    assets.length > 0 && m.moves_change_assets({ count: assets.length }),
    parcels.length > 0 && m.moves_change_parcels({ count: parcels.length }),
    bookings.length > 0 && m.moves_change_bookings({ count: bookings.length }),
    loans.length > 0 && m.moves_change_loans({ count: loans.length }),
    reports.length > 0 && m.moves_change_reports({ count: reports.length }),
    waiting > 0 && m.moves_change_approvals({ count: waiting }),
  ]
    .filter(Boolean)
    .join(' · ');
}

const arrow = (before: string | undefined, after: string | undefined) =>
  m.moves_change_way({ before: before ?? m.moves_change_none(), after: after ?? m.moves_change_none() });
type Line = { label: string; lines: string[] };

/** All of it, line by line; what does not change is left out. */
export function changeLines(change: MoveItemChange): Line[] {
  const { account, manager, space, mailStop, assets, parcels, bookings, loans, reports, approvals } = change;
  const all: Line[] = [
    {
      label: m.moves_change_account(),
      lines: account ? [account === 'opened' ? m.moves_change_opened() : m.moves_change_deactivated()] : [],
    },
    { label: m.moves_change_space(), lines: space ? [arrow(space.before?.name, space.after?.name)] : [] },
    {
      label: m.moves_change_mail_stop(),
      lines: mailStop ? [arrow(mailStop.before?.name, mailStop.after?.name)] : [],
    },
    {
      label: m.moves_change_manager(),
      lines: manager ? [arrow(manager.before?.name, manager.after?.name)] : [],
    },
    {
      label: m.moves_change_things(),
      lines: assets.map(({ name, how, after }) => {
        if (how === 'to-return') return m.moves_asset_return({ name });
        if (how === 'with-owner') return m.moves_asset_owner({ name });
        return m.moves_asset_placed({ name, space: after.room?.name ?? m.moves_change_none() });
      }),
    },
    {
      label: m.moves_change_mail(),
      lines: parcels.map(({ name, how, to, mailStop: stop }) => {
        if (how === 'redirected') return m.moves_parcel_to({ name, person: to?.name ?? '' });
        if (how === 'nobody') return m.moves_parcel_nobody({ name });
        return m.moves_parcel_stop({ name, stop: stop.after?.name ?? m.moves_change_none() });
      }),
    },
    {
      label: m.moves_change_booked(),
      lines: bookings.map(({ room, startDate, how }) =>
        (how === 'cancelled' ? m.moves_booking_cancelled : m.moves_booking_ended)({
          space: room.name,
          when: formatDateTime(startDate),
        }),
      ),
    },
    {
      label: m.moves_change_lent(),
      lines: loans.map(({ asset, dueDate }) =>
        m.moves_loan_flagged({ name: asset.name, when: formatDateTime(dueDate) }),
      ),
    },
    {
      label: m.moves_change_team(),
      lines: reports.map(({ name, manager: to }) =>
        m.moves_report_to({ name, manager: to?.name ?? m.moves_change_none() }),
      ),
    },
    {
      label: m.moves_change_decisions(),
      lines: approvals.map(({ center, waiting, to }) =>
        m.moves_approval_to({
          center: center.name,
          count: waiting,
          person: to?.name ?? m.moves_change_none(),
        }),
      ),
    },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}
