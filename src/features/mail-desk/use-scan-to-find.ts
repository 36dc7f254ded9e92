import { useNavigate } from '@tanstack/react-router';
import type { MailItem } from '#contract/mail.ts';
import { resolveCode } from '#src/directory/mail-calls.ts';
import { handOn } from '#src/directory/scans.ts';
import { signal } from '#src/lib/feedback.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { notify } from '#src/ui/notify.ts';

/**
 * A scan on the queues opens what it means: a parcel, a bag, a person's hand-over, a stop's parcels.
 */
export function useScanToFind(onFound: (item: MailItem) => void, enabled: boolean): void {
  const navigate = useNavigate();
  const open = async (code: string) => {
    const meant = await resolveCode(code);
    if (meant.kind === 'item') onFound(meant.item);
    else if (meant.kind === 'person')
      await navigate({ to: '/mail/deliver', search: { person: meant.person.id } });
    else if (meant.kind === 'stop') await navigate({ to: '/mail', search: { mailStopId: meant.stop.id } });
    else if (meant.kind === 'bag')
      await navigate({ to: '/mail/bags/$bagId', params: { bagId: meant.bag.id } });
    // The scan box of every page knows more, and says what to do with what nobody knows.
    else return handOn(code);
    signal('success');
  };
  useScans((code) => {
    open(code).catch((error: Error) => {
      signal('exception');
      notify({ message: error.message, tone: 'danger' });
    });
  }, enabled);
}
