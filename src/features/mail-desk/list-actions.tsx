import * as m from '#messages';
import { Keys } from '#src/ui/keys.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { BarcodeIcon } from '#src/ui/scan-icons.tsx';

/** Where the work at the desk begins: something arrives, somebody collects. */
export function ListActions() {
  return (
    <>
      <LinkButton to="/mail/deliver" variant="default" size="compact-md">
        {m.mail_hand_over()}
      </LinkButton>
      <LinkButton
        to="/mail/scan"
        size="compact-md"
        leftSection={<BarcodeIcon size={16} />}
        rightSection={<Keys keys={['s']} />}
      >
        {m.mail_scan_title()}
      </LinkButton>
    </>
  );
}
