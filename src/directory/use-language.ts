import { useMutation } from '@tanstack/react-query';
import type { Language } from '#contract/languages.ts';
import type { Me } from '#contract/users.ts';
import { http } from '#src/lib/http.ts';
import { keepLanguage } from '#src/lib/language.ts';
import { notify } from '#src/ui/notify.ts';
import { meOptions } from './me.ts';

/** Chooses the language of the dashboard and of letters, on every device; null follows the browser. */
export const useChooseLanguage = (me: Me) =>
  useMutation({
    mutationKey: ['me', 'language'],
    mutationFn: (chosen: Language | null) => http('PUT', `/users/${me.id}`, { body: { language: chosen } }),
    onSuccess: (_answer, chosen, _before, { client }) => {
      if (keepLanguage(chosen)) location.reload();
      else client.setQueryData(meOptions.queryKey, (known) => known && { ...known, language: chosen });
    },
    onError: (error) => notify({ message: error.message, tone: 'danger' }),
  });
