import { z } from 'zod';
import { availability, daySheet } from '#contract/availability.ts';
import { seriesCreated, seriesPreview, type SeriesCreate } from '#contract/reservation-series.ts';
import { cancelled, reservation, type Scope } from '#contract/reservations.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

type Ref = { id: number };
export type Slot = { startDate: number; endDate: number };

/** Which spaces a day, or a search, is about. */
export type Whereabouts = {
  search?: string | undefined;
  buildingId?: number | undefined;
  floorId?: number | undefined;
  roomId?: number | undefined;
  /** Ids of space types, with commas between them. */
  type?: string | undefined;
};
export type Day = Whereabouts & { date: string; days?: number | undefined };
export type Wanted = Whereabouts &
  Slot & { numberOfPeople?: number | undefined; userId?: number | undefined };

export const PAGE = 50;
const MOST_SPACES = 1000;

export const fetchDay = (day: Day, signal: AbortSignal) =>
  http('GET', withQuery('/reservations/day', { ...day, limit: MOST_SPACES }), { reply: daySheet, signal });
export const fetchAvailable = (wanted: Wanted, signal: AbortSignal) =>
  http('GET', withQuery('/reservations/availability', { ...wanted, limit: MOST_SPACES }), {
    reply: availability,
    signal,
  });

export const fetchReservation = (id: number, signal: AbortSignal) =>
  http('GET', `/reservations/${id}`, { reply: reservation, signal });
/** The caller's own: what is to come, the next one first; or what is over or cancelled, the last one first. */
export const fetchMine = (past: boolean, startAt: number, signal: AbortSignal) =>
  http(
    'GET',
    withQuery('/reservations', {
      ...(past && { includePastReservations: true, includeCancelled: true, endDate: Date.now() }),
      orderBy: 'startDate',
      orderByType: past ? 'desc' : 'asc',
      startAt,
      limit: PAGE,
    }),
    { reply: z.array(reservation), signal },
  );

export type NewBooking = Slot & {
  room: Ref;
  user: Ref;
  allDay: boolean;
  name?: string;
  notes?: string;
  numberOfPeople?: number;
  guests?: string[];
  private?: boolean;
};
export type BookingEdit = Partial<NewBooking> & { scope?: Scope };

export const addReservation = (body: NewBooking, idempotencyKey: string) =>
  http('POST', '/reservations', { reply: reservation, body, idempotencyKey });
/** @param version its dateUpdated as the edit was begun: whoever changed it since is not overwritten (409) */
export const changeReservation = (id: number, body: BookingEdit, version: number) =>
  http('PUT', `/reservations/${id}`, { reply: reservation, body, ifMatch: `"${version}"` });
export const cancelReservation = (id: number, body: { scope?: Scope; reason?: string } = {}) =>
  http('PUT', `/reservations/${id}/cancel`, { reply: reservation, body });
export const checkInTo = (id: number) =>
  http('PUT', `/reservations/${id}/checkIn`, { reply: reservation, body: {} });
export const checkOutOf = (id: number) =>
  http('PUT', `/reservations/${id}/checkOut`, { reply: reservation, body: {} });
/** By a manager of the reservation center. */
export const decideOn = (id: number, decision: 'approve' | 'decline', reason?: string) =>
  http('PUT', `/reservations/${id}/${decision}`, { reply: reservation, body: reason ? { reason } : {} });
/** Cancels the caller's bookings that begin within these dates. */
export const cancelBetween = (body: Slot & { reason?: string }) =>
  http('PUT', '/reservations/cancel', { reply: cancelled, body });

/** What a recurrence would book, and where it is in the way of others; nothing is stored. */
export const previewSeries = (body: SeriesCreate) =>
  http('POST', '/reservations/series/preview', { reply: seriesPreview, body });
export const addSeries = (body: SeriesCreate, idempotencyKey: string) =>
  http('POST', '/reservations/series', { reply: seriesCreated, body, idempotencyKey });
