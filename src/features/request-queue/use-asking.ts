import { useRef, useState } from 'react';
import type { ServiceRequest } from '#contract/service-requests.ts';
import type { AskingStep } from '#src/directory/request-steps.ts';

export type Asked = AskingStep | 'assign';
export type Asking = { kind: Asked; requests: readonly ServiceRequest[] };

/** Which dialog is open and for which requests. Several that are dropped together are asked about once. */
export function useAsking() {
  const [asking, setAsking] = useState<Asking>();
  const settlers = useRef<(() => void)[]>([]);
  return {
    asking,
    /** Settles once the dialog is closed, whatever came of it: the lists tell. */
    ask: (kind: Asked, requests: readonly ServiceRequest[]) =>
      new Promise<void>((settle) => {
        settlers.current.push(settle);
        setAsking((now) =>
          now?.kind === kind ? { kind, requests: [...now.requests, ...requests] } : { kind, requests },
        );
      }),
    close() {
      setAsking(undefined);
      for (const settle of settlers.current.splice(0)) settle();
    },
  };
}
