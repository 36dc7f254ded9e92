import { useFullscreenDocument } from '@mantine/hooks';
import * as m from '#messages';
import classes from './door.module.css';

/** Asks for the whole screen, where it can be had and is not yet; browsers give it to a tap alone. */
export function FullScreen() {
  const { fullscreen, toggle } = useFullscreenDocument();
  if (fullscreen || !document.fullscreenEnabled) return null;
  return (
    <button type="button" className={classes.full} onClick={() => void toggle()}>
      {m.door_full_screen()}
    </button>
  );
}
