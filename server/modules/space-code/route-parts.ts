import { z } from 'zod';
import { apiErrorBody } from '#contract/errors.ts';
import { id } from '#contract/wire.ts';
import { managers, type Access } from '#server/lib/caller.ts';

export const tags = ['Reservations'];
export const failed = { '4xx': apiErrorBody };
export const signedIn = { access: 'signed-in' as Access };
export const managing = { access: { module: 'reservation', roles: managers } as Access };
export const params = z.object({ id });
