import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  approvers,
  keptResources,
  leaveDaysLimits,
  leaveDaysQuery,
  leaveRequests,
  lendings,
  offiServPerson,
  offiServQuery,
  offiServReservations,
  pastBookings,
  reminders,
  savedFilters,
  ticket,
  ticketId,
  ticketQuery,
  tickets,
} from '#contract/offiserv.ts';
import { remindersLink, userLinks } from '#contract/offiserv-links.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import * as service from './service.ts';

const tags = ['OffiServ'];
const config = { access: 'signed-in' } as const;
const failed = { '4xx': apiErrorBody };
const params = offiServPerson;

const lists = [
  [userLinks.reservationsUri, offiServReservations, service.showReservations, 'Bookings of a person'],
  [userLinks.lendingsUri, lendings, service.showLendings, 'What a person has borrowed'],
  [
    userLinks.keeperLendingsUri,
    lendings,
    service.showKeeperLendings,
    'What is out of the centers that a person keeps',
  ],
  [userLinks.keptResourcesUri, keptResources, service.showKept, 'Spaces and assets that a person keeps'],
  [
    userLinks.keptResourcesReservationsHistoryUri,
    pastBookings,
    service.showHistory,
    'Bookings and loans of what a person keeps that have ended',
  ],
  [userLinks.leavesUri, leaveRequests, service.showLeaves, 'Leave that a person has asked for'],
  [
    userLinks.leavesForApprovalUri,
    leaveRequests,
    service.showLeavesForApproval,
    'Leave that waits for a person’s word',
  ],
  [
    userLinks.approversChainUri,
    approvers,
    service.showApprovers,
    'A person’s managers, from the nearest to the top',
  ],
  [userLinks.filtersUri, savedFilters, service.showFilters, 'Filters that a person has saved'],
  [
    remindersLink,
    reminders,
    service.showReminders,
    'Bookings and loans that a person is to think of, the soonest first',
  ],
] as const;

/** What the links of a person lead to. */
export const offiServRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  for (const whose of ['all', 'incoming', 'outgoing'] as const) {
    const summary = {
      all: 'Tickets of a person: asked for by them, or waiting for them',
      incoming: 'What waits for a person’s work or approval',
      outgoing: 'What a person asked for',
    }[whose];
    const schema = { tags, summary, params, querystring: ticketQuery, response: { 200: tickets, ...failed } };
    const path = whose === 'all' ? 'tickets' : `tickets/${whose}`;
    app.get(`/users/:id/${path}`, { config, schema }, async (request, reply) => {
      const { params: of, query } = request;
      return sendJson(reply, await service.showTickets(db, callerOf(request), of.id, whose, query));
    });
  }

  const single = {
    tags,
    summary: 'A ticket of a person',
    params: params.extend({ ticket: ticketId }),
    response: { 200: ticket, ...failed },
  };
  app.get('/users/:id/tickets/:ticket', { config, schema: single }, async (request, reply) => {
    const { id, ticket: name } = request.params;
    return sendJson(reply, await service.showTicket(db, callerOf(request), id, name));
  });

  for (const [{ path }, answer, show, summary] of lists) {
    const schema = {
      tags,
      summary,
      params,
      querystring: offiServQuery,
      response: { 200: answer, ...failed },
    };
    app.get(`/users/:id/${path}`, { config, schema }, async (request, reply) =>
      sendJson(reply, await show(db, callerOf(request), request.params.id, request.query)),
    );
  }

  const limits = {
    tags,
    summary: 'What a person may take of leave in a year, has taken and has asked for, by type',
    params,
    querystring: leaveDaysQuery,
    response: { 200: leaveDaysLimits, ...failed },
  };
  app.get(
    `/users/:id/${userLinks.leaveDaysLimitsUri.path}`,
    { config, schema: limits },
    async (request, reply) =>
      sendJson(reply, await service.showLeaveLimits(db, callerOf(request), request.params.id, request.query)),
  );
};
