import { lazy, Suspense, useEffect, useState } from 'react';
import * as m from '#messages';
import { SearchIcon } from '#src/ui/icons.tsx';
import { Keys } from '#src/ui/keys.tsx';
import classes from './palette-button.module.css';

const load = () => import('./palette-dialog.tsx');
const PaletteDialog = lazy(load);
/** Fetched before it is asked for: whoever types on after Ctrl K would lose the first letters. */
const SOON_MS = 2000;

/** The way to everything from everywhere: a button in the bar, and Ctrl K even while somebody types. */
export function Palette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => void load().catch(() => {}), SOON_MS);
    return () => clearTimeout(soon);
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey || event.defaultPrevented) return;
      // The browser's own field for addresses; in another dialog the work there goes first.
      event.preventDefault();
      setOpen((was) => !was && !document.querySelector('[role="dialog"]'));
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <button
        type="button"
        className={classes.button}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-label={m.find_button()}
        onClick={() => setOpen(true)}
      >
        <SearchIcon size={18} />
        <span>{m.find_button_hint()}</span>
        <Keys keys={['mod', 'k']} />
      </button>
      {open && (
        <Suspense>
          <PaletteDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
