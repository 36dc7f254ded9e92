import { mutationOptions, queryOptions, useMutation } from '@tanstack/react-query';
import { mailPreferences, type MailPreferences } from '#contract/mail-notices.ts';
import { http } from '#src/lib/http.ts';

export const preferencesOptions = queryOptions({
  queryKey: ['mail-preferences'],
  queryFn: ({ signal }) => http('GET', '/mail/preferences', { reply: mailPreferences, signal }),
});

type Delegate = { id: number; name: string };
/** Which letters there are is chosen by kind, elsewhere on the page. As the form holds the rest: what is typed stays text, also while it is none of the allowed. */
export type Choices = Omit<MailPreferences, 'arrival' | 'reminders' | 'remindAfterDays' | 'delegate'> & {
  remindAfterDays: string;
  delegate: Delegate | null;
};

export const choicesOf = ({
  remindAfterDays,
  delegate,
  quietWeekdays,
  from,
  until,
}: MailPreferences): Choices => ({
  quietWeekdays,
  from,
  until,
  remindAfterDays: String(remindAfterDays),
  delegate: delegate ? { id: delegate.id, name: delegate.name } : null,
});

export const MOST_DAYS = 60;
/** The number of days, or undefined when the text is none that the server takes. */
export function daysIn(text: string): number | undefined {
  const days = /^\s*\d{1,2}\s*$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : undefined;
}

const saveOptions = mutationOptions({
  mutationFn: ({ remindAfterDays, delegate, ...rest }: Choices) =>
    http('PUT', '/mail/preferences', {
      reply: mailPreferences,
      body: {
        ...rest,
        remindAfterDays: daysIn(remindAfterDays),
        delegate: delegate && { id: delegate.id },
      },
    }),
  onSuccess: (now, _choices, _before, { client }) => client.setQueryData(preferencesOptions.queryKey, now),
});
export const useSavePreferences = () => useMutation(saveOptions);
