import { useQueryClient } from '@tanstack/react-query';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { trackingKey } from '#contract/tracking-number.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { notify } from '#src/ui/notify.ts';
import { fetchItems } from './api.ts';

/** The item of a scanned number: the open one, or else the one delivered last. */
function pick(found: readonly MailItem[], number: string): MailItem | undefined {
  const same = found.filter((item) => trackingKey(item.trackingNumber ?? '') === trackingKey(number));
  return same.find(({ currentQueue }) => currentQueue !== 'OUT') ?? same[0];
}

/** A scan on the queues looks the parcel up; one that is not here is said, with what to do. */
export function useScanToFind(onFound: (item: MailItem) => void, enabled: boolean): void {
  const client = useQueryClient();
  useScans((number) => {
    void (async () => {
      try {
        const found = await client.query({
          queryKey: ['mail', 'find', number],
          queryFn: ({ signal }) => fetchItems(undefined, { search: number.slice(0, 200) }, {}, signal),
          staleTime: 0,
        });
        const item = pick(found, number);
        if (item) onFound(item);
        else notify({ message: m.mail_find_none({ number }), tone: 'info' });
      } catch (error) {
        notify({ message: (error as Error).message, tone: 'danger' });
      }
    })();
  }, enabled);
}
