/**
 * A button that waits for the server is disabled, and a browser takes the focus from what is disabled. It is
 * given back when the button can be pressed again, unless the focus has gone elsewhere meanwhile. Ends with
 * what it returns.
 */
export function keepBusyFocus(root: Node = document): () => void {
  let left: HTMLButtonElement | undefined;
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!(target instanceof HTMLButtonElement)) continue;
      // Told before the browser takes the focus away, which it does when it draws next.
      if (target.disabled) {
        if (document.activeElement === target) left = target;
      } else if (target === left) {
        left = undefined;
        if (document.activeElement === document.body) target.focus({ preventScroll: true });
      }
    }
  });
  observer.observe(root, { subtree: true, attributeFilter: ['disabled'] });
  return () => observer.disconnect();
}
