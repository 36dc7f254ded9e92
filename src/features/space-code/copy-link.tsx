import { Button } from '@mantine/core';
import * as m from '#messages';
import { LinkIcon } from '#src/ui/booking-icons.tsx';
import { notify } from '#src/ui/notify.ts';

/** Puts an address on the clipboard and says whether that worked. */
export function CopyLink({ address }: { address: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      notify({ message: m.code_copied(), tone: 'success' });
    } catch {
      notify({ message: m.code_copy_failed(), tone: 'danger' });
    }
  };
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<LinkIcon size={15} />}
      onClick={() => void copy()}
    >
      {m.code_copy()}
    </Button>
  );
}
