import { type ScanMatch, scanAnswer } from '#contract/scan.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** Everything that a code names, the likeliest first. A QR code may be long; none that we know of is. */
export const askWhatIs = (code: string): Promise<ScanMatch[]> =>
  http('GET', withQuery('/scan', { code: code.slice(0, 2000) }), { reply: scanAnswer });
