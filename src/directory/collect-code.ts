import { mutationOptions, queryOptions, useMutation } from '@tanstack/react-query';
import { collectCode } from '#contract/mail-scan.ts';
import { http } from '#src/lib/http.ts';

const fetchCollectCode = (signal: AbortSignal) =>
  http('GET', '/mail/collect-code', { reply: collectCode, signal });
/** A new one; the old one is worth nothing from then on. */
const renewCollectCode = () => http('POST', '/mail/collect-code', { reply: collectCode });

/** Kept as long as the page is open: it must show where there is no network too. */
export const collectCodeOptions = queryOptions({
  queryKey: ['collect-code'],
  queryFn: ({ signal }) => fetchCollectCode(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

const renewOptions = mutationOptions({
  mutationFn: renewCollectCode,
  onSuccess: (code, _nothing, _before, { client }) => client.setQueryData(collectCodeOptions.queryKey, code),
});
export const useRenewCode = () => useMutation(renewOptions);
