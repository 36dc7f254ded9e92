import { z } from 'zod';

const named = z.object({ id: z.number().optional(), name: z.string() });

/** The caller, as `GET /users/me` tells it: who they are, where they work, and what they may do there. */
export const me = z.object({
  id: z.number(),
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  userName: z.string(),
  email: z.string(),
  phone: z.string().nullish(),
  mobile: z.string().nullish(),
  extension: z.string().nullish(),
  knownAs: z.string().nullish(),
  jobTitle: z.string().nullish(),
  department: z.string().nullish(),
  employeeId: z.string().nullish(),
  room: named.extend({ floor: named.extend({ building: named.nullish() }).nullish() }).nullish(),
  mailStop: named.nullish(),
  userType: named.nullish(),
  siteAdmin: z.boolean(),
  color: z.string(),
  image: z.object({ downloadURL: z.string() }).nullish(),
  timeZone: z.string(),
  organisation: z.object({
    id: z.number(),
    name: z.string(),
    timeZone: z.string(),
    features: z.array(z.string()),
  }),
  permissions: z.array(
    z.object({
      role: z.enum(['ADMINISTRATOR', 'MANAGER', 'OPERATOR', 'TECHNICIAN', 'CUSTOMER']),
      center: z.object({ id: z.number(), name: z.string(), module: z.string() }),
    }),
  ),
  demo: z.boolean(),
});
export type Me = z.infer<typeof me>;
