import type { WriteTx } from '#server/lib/database.ts';
import type { Slot } from '#server/modules/space-booking/service.ts';

/** Takes what has become free, in the order in which it did; whoever takes it answers it in the same transaction. */
export const takeFreed = (tx: WriteTx): Promise<{ room: number; times: Slot[] }[]> =>
  tx.query(
    `WITH taken AS (
       DELETE FROM booking_freed WHERE organisation_id = current_organisation() RETURNING id, room_id, times)
     SELECT room_id AS room, (SELECT json_agg(json_build_object('since', epoch_ms(lower(part)), 'until', epoch_ms(upper(part))))
       FROM unnest(times) part) AS times
     FROM taken WHERE NOT isempty(times) ORDER BY id`,
  );

export type InLine = {
  id: number;
  user: number;
  email: string;
  name: string;
  /** Of some reservation center, and so free of the rules of who and how long. */
  manages: boolean;
  since: number;
  until: number;
  minutes: number | null;
  people: number;
};

/** Who waits for the space at some of the times, first come first. */
export const nextInLine = (tx: WriteTx, room: number, times: readonly Slot[]): Promise<InLine[]> =>
  tx.query(
    `SELECT w.id, w.user_id AS "user", u.email, u.first_name AS name, epoch_ms(w.starts) AS since, epoch_ms(w.ends) AS until,
       w.minutes, w.people, u.site_admin OR EXISTS (SELECT FROM permission held
         JOIN center desk ON desk.organisation_id = held.organisation_id AND desk.id = held.center_id
         WHERE held.organisation_id = u.organisation_id AND held.user_id = u.id AND desk.module = 'reservation'
           AND held.role IN ('ADMINISTRATOR', 'MANAGER')) AS manages
     FROM booking_waiting w
     JOIN app_user u ON u.organisation_id = w.organisation_id AND u.id = w.user_id AND u.deleted_at IS NULL
     JOIN room ON room.organisation_id = w.organisation_id AND room.id = $1 AND room.deleted_at IS NULL
     JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     WHERE w.organisation_id = current_organisation() AND w.told_at IS NULL AND w.ends > $4
       AND w.starts < $3 AND w.ends > $2
       AND (w.room_id IS NULL OR w.room_id = room.id) AND (w.floor_id IS NULL OR w.floor_id = storey.id)
       AND (w.building_id IS NULL OR w.building_id = storey.building_id)
       AND (w.room_type_id IS NULL OR w.room_type_id = room.room_type_id)
     ORDER BY w.id`,
    [
      room,
      new Date(Math.min(...times.map(({ since }) => since))),
      new Date(Math.max(...times.map(({ until }) => until))),
      tx.stamp,
    ],
  );

export const tellWaiting = (tx: WriteTx, id: number, { room, since, until }: Slot & { room: number }) =>
  tx.query(
    `UPDATE booking_waiting SET told_at = $2, told_room_id = $3, told_starts = $4, told_ends = $5
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id, tx.stamp, room, new Date(since), new Date(until)],
  );
