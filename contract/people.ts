import { z } from 'zod';
import { attachment, center, role } from './users.ts';
import { epochMs, listQuery } from './wire.ts';

/** A person as a tree of managers shows them. */
export const chartPerson = z.object({
  id: z.int(),
  name: z.string(),
  color: z.string(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  image: attachment.optional(),
  /** How many report to them directly. */
  reports: z.int(),
});
export type ChartPerson = z.infer<typeof chartPerson>;

/** Who holds a role in a center: how many, and the first of them by name. */
export const centerRole = z.object({
  center,
  role,
  count: z.int(),
  people: z.array(z.object({ id: z.int(), name: z.string(), color: z.string() })),
});
export type CenterRole = z.infer<typeof centerRole>;

/** Whether a person can sign in by password already, and the invitation that lies in their mail otherwise. */
export const invitation = z.object({
  passwordSet: z.boolean(),
  invitedAt: epochMs.optional(),
  validUntil: epochMs.optional(),
});
export type Invitation = z.infer<typeof invitation>;

/** Somebody who was taken out of the directory and can be brought back. */
export const deactivatedPerson = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  userName: z.string(),
  color: z.string(),
  employeeId: z.string().optional(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  deactivatedAt: epochMs,
  /** Absent when no person did it. */
  deactivatedBy: z.object({ id: z.int(), name: z.string() }).optional(),
});
export type DeactivatedPerson = z.infer<typeof deactivatedPerson>;
/** GET /users/deactivated: who went last comes first. `search` as in GET /users. */
export const deactivatedQuery = listQuery.pick({ search: true, limit: true, startAt: true });
export type DeactivatedQuery = z.output<typeof deactivatedQuery>;

export const userTypeName = z.object({ id: z.int(), name: z.string() });
