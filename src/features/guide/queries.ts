import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { GuideStep } from '#contract/guide.ts';
import * as m from '#messages';
import { meOptions } from '#src/directory/me.ts';
import { notify } from '#src/ui/notify.ts';
import { closeGuide, fetchGuide, skipStep } from './api.ts';

export const guideOptions = queryOptions({
  // What a step brought is done on other pages: whoever comes back has it counted again.
  staleTime: 1000,
  queryKey: ['guide'],
  queryFn: ({ signal }) => fetchGuide(signal),
});

/** Leaves a step out or takes it up again; shown at once. */
export function useSkipStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, skipped }: { step: GuideStep; skipped: boolean }) => skipStep(step, skipped),
    onMutate: async ({ step, skipped }) => {
      await client.cancelQueries(guideOptions);
      const before = client.getQueryData(guideOptions.queryKey);
      client.setQueryData(
        guideOptions.queryKey,
        before && {
          ...before,
          steps: before.steps.map((one) => (one.step === step ? { ...one, skipped } : one)),
        },
      );
      return before;
    },
    onSuccess: (guide) => client.setQueryData(guideOptions.queryKey, guide),
    onError: (error, _, before) => {
      client.setQueryData(guideOptions.queryKey, before);
      notify({ message: error.message, tone: 'danger' });
    },
  });
}

/** Puts the guide away or brings it back: the navigation follows. */
export function useCloseGuide() {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: closeGuide,
    onSuccess: async (guide) => {
      client.setQueryData(guideOptions.queryKey, guide);
      await client.invalidateQueries(meOptions);
      if (guide.closed) notify({ message: m.guide_closed(), undo: () => save.mutate(false) });
    },
    onError: (error) => notify({ message: error.message, tone: 'danger' }),
  });
  return save;
}
