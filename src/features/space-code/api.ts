import { z } from 'zod';
import { reservation } from '#contract/reservations.ts';
import { displayLink, displayLinkMade, doorDisplay, spaceCode, spaceNow } from '#contract/space-code.ts';
import { http } from '#src/lib/http.ts';

export const fetchNow = (room: number, signal: AbortSignal) =>
  http('GET', `/rooms/${room}/now`, { reply: spaceNow, signal });
/** Books from now on and checks in. */
export const walkInTo = (room: number, endDate: number, idempotencyKey: string) =>
  http('POST', `/rooms/${room}/walkIn`, { reply: reservation, body: { endDate }, idempotencyKey });
/** Moves one's booking of this time to the space and checks in. */
export const swapTo = (room: number, booking: number, idempotencyKey?: string) =>
  http('POST', `/rooms/${room}/swap`, {
    reply: reservation,
    body: { reservation: { id: booking } },
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });
export const stepWith = (booking: number, step: 'checkIn' | 'checkOut' | 'cancel', idempotencyKey?: string) =>
  http('PUT', `/reservations/${booking}/${step}`, {
    reply: reservation,
    body: {},
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });

export type Which = { rooms: readonly number[] } | { floor: number };
export const fetchCodes = (which: Which, signal: AbortSignal) => {
  const query = 'floor' in which ? `floorId=${which.floor}` : `roomId=${which.rooms.join(',')}`;
  return http('GET', `/rooms/codes?${query}`, { reply: z.array(spaceCode), signal });
};

export const fetchDisplays = (room: number, signal: AbortSignal) =>
  http('GET', `/reservations/displays?roomId=${room}`, { reply: z.array(displayLink), signal });
export const makeDisplay = (room: number) =>
  http('POST', '/reservations/displays', { reply: displayLinkMade, body: { room: { id: room } } });
export const renewDisplay = (id: number) =>
  http('PUT', `/reservations/displays/${id}/renew`, { reply: displayLinkMade });
export const removeDisplay = (id: number) => http('DELETE', `/reservations/displays/${id}`);

/** For whoever passes by the door: nobody is signed in. */
export const fetchDoor = (token: string, signal: AbortSignal) =>
  http('GET', `/displays/${encodeURIComponent(token)}`, { reply: doorDisplay, signal });
