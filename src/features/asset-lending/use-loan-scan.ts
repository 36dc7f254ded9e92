import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { notify } from '#src/ui/notify.ts';
import type { ScanOutcome } from '#src/ui/scan-box.tsx';
import { scanForLending } from './api.ts';

type Meant = {
  /** It is out: take it back. */
  onOut: (loan: AssetLoan) => void;
  /** It is reserved from about now on: hand it over. */
  onReserved: (loan: AssetLoan) => void;
  onFree: (asset: number) => void;
};
/** So long before its time a reservation is what a scan means. */
const SOON = 12 * 3_600_000;

/** A scan of an asset: what is out comes back, what is reserved is handed over, what is free is lent. */
export const useLoanScan =
  ({ onOut, onReserved, onFree }: Meant) =>
  async (code: string): Promise<ScanOutcome> => {
    try {
      const { asset, loan, reservations } = await scanForLending(code);
      const [next] = reservations;
      if (loan) onOut(loan);
      else if (next && next.startDate <= Date.now() + SOON) onReserved(next);
      else onFree(asset.id);
    } catch (error) {
      notify({
        message: error instanceof Error ? error.message : m.lending_scan_unknown({ code }),
        tone: 'danger',
      });
      return 'exception';
    }
  };
