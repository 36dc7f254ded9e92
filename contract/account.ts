import { z } from 'zod';
import { email, password } from './users.ts';
import { requiredText, text } from './wire.ts';

/** The OffiServ side: ids are strings, names `firstname` and `lastname`. */
export const credentials = z.object({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1000),
});

export const registration = z.object({
  company: requiredText(200),
  firstname: requiredText(200),
  lastname: requiredText(200),
  email,
  password,
  /** A country's name or its ISO 3166-1 alpha-2 code; answered as it was given. */
  country: text(200).nullish(),
  /** IANA name such as Europe/Warsaw; UTC when absent. */
  timezone: text(100).nullish(),
});
export type Registration = z.infer<typeof registration>;

export const resetRequest = z.object({ email: requiredText(254) });
export const resetConfirm = z.object({ token: requiredText(200), password });

export const offiServShortUser = z.object({ id: z.string(), uri: z.string(), displayName: z.string() });
const link = z.string().optional();
/** A person as OffiServ shows them, with the links that whoever asks may follow: oneself has all of them. */
export const offiServUser = offiServShortUser.extend({
  firstname: z.string(),
  lastname: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  mobile: z.string().optional(),
  /** SITE_ADMINISTRATOR and the roles held in any center, each once. */
  roles: z.array(z.string()),
  reports: z.array(offiServShortUser),
  managerUri: link,
  companyUri: z.string(),
  ticketsUri: link,
  outgoingTicketsUri: link,
  incomingTicketsUri: link,
  /** A template: `{id}` stands for the id of a ticket. */
  singleTicketUri: link,
  reservationsUri: link,
  lendingsUri: link,
  keeperLendingsUri: link,
  keptResourcesUri: link,
  keptResourcesReservationsHistoryUri: link,
  leavesUri: link,
  leavesForApprovalUri: link,
  leaveDaysLimitsUri: link,
  approversChainUri: link,
  filtersUri: link,
  /** As the document nests it, and under the literal name that it prints. */
  uris: z.object({ reminders: z.object({ UserReminders: z.string() }) }).optional(),
  'uris.reminders.UserReminders': link,
});
export type OffiServUser = z.infer<typeof offiServUser>;

export const organization = z.object({
  uri: z.string(),
  name: z.string(),
  employeesCount: z.int(),
  admins: z.array(offiServShortUser),
  /** ISO 8601 */
  created: z.string(),
  country: z.string(),
  timezone: z.string(),
  features: z.array(z.string()),
});
export type Organization = z.infer<typeof organization>;

export const demoAccounts = z.object({
  accounts: z.array(
    z.object({ role: z.string(), name: z.string(), email: z.string(), password: z.string() }),
  ),
});
