import { useEffect, useState } from 'react';

/** Whoever closes a dialog goes on where they were: the focus returns to what had it before. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog has left the page, unless the focus has been taken somewhere on purpose.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
