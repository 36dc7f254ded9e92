import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { Recipient } from '#contract/mail.ts';
import { user } from '#contract/users.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { placeOf } from './person-facts.ts';
import { peopleKey } from './queries.ts';

const users = z.array(user);
const SHOWN = 12;

/** People by every word of name, e-mail, employee id, space and mail stop, for the person picker. */
export const peopleFinder = (find: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'find', find],
    queryFn: async ({ signal }): Promise<Recipient[]> => {
      const path = withQuery('/users', { find, orderBy: 'name', limit: SHOWN });
      const found = await http('GET', path, { reply: users, signal });
      return found.map((person) => {
        const { id, name, firstName, lastName, userName, email, userType, color, employeeId, department } =
          person;
        const place = placeOf(person);
        return {
          id,
          name,
          firstName,
          lastName,
          userName,
          email,
          userType,
          color,
          alerts: [],
          openItems: 0,
          ...(employeeId && { employeeId }),
          ...(department && { department }),
          ...(person.mailStop && { mailStop: person.mailStop }),
          ...(place && { room: { id: place.id, name: place.name, floor: place.around, building: '' } }),
        };
      });
    },
    enabled: find !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
