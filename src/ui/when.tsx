import { useEffect, useState } from 'react';
import { formatDateTime, formatRelative } from '#src/lib/dates.ts';

/** "3h ago", kept right while the page stays open, with the full moment on hover. Epoch milliseconds. */
export function When({ ms }: { ms: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatDateTime(ms)}>
      {formatRelative(ms, now)}
    </time>
  );
}
