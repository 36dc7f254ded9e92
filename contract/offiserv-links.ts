/**
 * Who may follow a link of a person: `oneself` nobody else; `site-administrators` they as well; `managers` also whoever
 * is above the person in the chain of managers; `everybody` anybody of the organisation.
 */
export type Follower = 'oneself' | 'site-administrators' | 'managers' | 'everybody';

/** Where each link of a person leads, below `/data/users/{id}/`, and who may follow it (docs/decisions/0030). */
export const userLinks = {
  ticketsUri: { path: 'tickets', may: 'site-administrators' },
  outgoingTicketsUri: { path: 'tickets/outgoing', may: 'site-administrators' },
  incomingTicketsUri: { path: 'tickets/incoming', may: 'site-administrators' },
  singleTicketUri: { path: 'tickets/{id}', may: 'site-administrators' },
  reservationsUri: { path: 'reservations', may: 'managers' },
  lendingsUri: { path: 'lendings', may: 'managers' },
  keeperLendingsUri: { path: 'keeper-lendings', may: 'site-administrators' },
  keptResourcesUri: { path: 'kept-resources', may: 'site-administrators' },
  keptResourcesReservationsHistoryUri: { path: 'kept-resources/history', may: 'site-administrators' },
  leavesUri: { path: 'leaves', may: 'managers' },
  leavesForApprovalUri: { path: 'leaves-for-approval', may: 'site-administrators' },
  leaveDaysLimitsUri: { path: 'leave-days-limits', may: 'managers' },
  approversChainUri: { path: 'approvers', may: 'everybody' },
  filtersUri: { path: 'filters', may: 'oneself' },
} as const satisfies Record<string, { path: string; may: Follower }>;
export type UserLink = keyof typeof userLinks;

/** `uris.reminders.UserReminders`: the one link that the document nests. */
export const remindersLink = { path: 'reminders', may: 'oneself' } as const;

export const userUri = (id: number | string) => `/data/users/${id}`;

/** The links of a person that somebody may follow, named as in the document. */
export function linksOf(id: number | string, mayFollow: (follower: Follower) => boolean) {
  const at = (path: string) => `${userUri(id)}/${path}`;
  const reminders = at(remindersLink.path);
  return {
    ...(Object.fromEntries(
      Object.entries(userLinks)
        .filter(([, { may }]) => mayFollow(may))
        .map(([name, { path }]) => [name, at(path)]),
    ) as Partial<Record<UserLink, string>>),
    ...(mayFollow(remindersLink.may) && {
      uris: { reminders: { UserReminders: reminders } },
      'uris.reminders.UserReminders': reminders,
    }),
  };
}
