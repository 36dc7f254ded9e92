import { useNavigate } from '@tanstack/react-router';
import { findAssetsByCode } from '#src/directory/asset-api.ts';
import { handOn } from '#src/directory/scans.ts';
import { signal } from '#src/lib/feedback.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { notify } from '#src/ui/notify.ts';

/** A scan on the register opens the asset that bears the code; several of one serial number become the list. */
export function useScanToAsset(onFound: (asset: { id: number }) => void, enabled: boolean): void {
  const navigate = useNavigate();
  const open = async (code: string) => {
    const matches = await findAssetsByCode(code.slice(0, 200));
    if (matches.length === 1) onFound(matches[0]!.asset);
    else if (matches.length > 1) await navigate({ to: '/assets', search: { search: code.slice(0, 200) } });
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
