import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages';
import { findAssetsByCode } from '#src/directory/asset-api.ts';
import { signal } from '#src/lib/feedback.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { notify } from '#src/ui/notify.ts';

/** A scan on the register opens the asset that bears the code; several of one serial number become the list. */
export function useScanToAsset(onFound: (asset: { id: number }) => void, enabled: boolean): void {
  const navigate = useNavigate();
  const open = async (code: string) => {
    const matches = await findAssetsByCode(code.slice(0, 200));
    signal(matches.length > 0 ? 'success' : 'exception');
    if (matches.length === 1) onFound(matches[0]!.asset);
    else if (matches.length > 1) await navigate({ to: '/assets', search: { search: code.slice(0, 200) } });
    else notify({ message: m.assets_scan_none({ code }), tone: 'info' });
  };
  useScans((code) => {
    open(code).catch((error: Error) => {
      signal('exception');
      notify({ message: error.message, tone: 'danger' });
    });
  }, enabled);
}
