import { useEffect, useRef, useState } from 'react';
import Pad from 'signature_pad';
import * as m from '#messages';
import classes from './signature-pad.module.css';
import { INK } from './typed-signature.ts';

/** The paper to sign on. Turning the phone or resizing the window keeps what was drawn. */
export function DrawnSignature({ onChange }: { onChange: (signature: string | null) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad>(undefined);
  const changed = useRef(onChange);
  changed.current = onChange;
  const [blank, setBlank] = useState(true);

  useEffect(() => {
    const paper = canvas.current;
    if (!paper) return;
    const signature = new Pad(paper, {
      penColor: INK,
      backgroundColor: '#fff',
      minWidth: 0.8,
      maxWidth: 2.6,
    });
    pad.current = signature;
    const fit = () => fitToScreen(paper, signature);
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(paper);
    const begin = () => setBlank(false);
    const end = () => changed.current(signature.toDataURL('image/png'));
    signature.addEventListener('beginStroke', begin);
    signature.addEventListener('endStroke', end);
    return () => {
      watch.disconnect();
      signature.off();
    };
  }, []);

  const clear = () => {
    pad.current?.clear();
    setBlank(true);
    onChange(null);
  };

  return (
    <div className={classes.paper}>
      <canvas ref={canvas} className={classes.canvas} role="img" aria-label={m.ui_signature_area()} />
      {blank ? (
        <span className={classes.hint} aria-hidden="true">
          {m.ui_signature_hint()}
        </span>
      ) : (
        <button type="button" className={classes.clear} onClick={clear}>
          {m.ui_clear()}
        </button>
      )}
    </div>
  );
}

/** As many canvas pixels as the screen has, or the line looks woolly. Resizing wipes a canvas: draw it again. */
function fitToScreen(paper: HTMLCanvasElement, signature: Pad): void {
  const ratio = Math.max(window.devicePixelRatio || 1, 1);
  const [width, height] = [Math.round(paper.offsetWidth * ratio), Math.round(paper.offsetHeight * ratio)];
  if (width === 0 || (paper.width === width && paper.height === height)) return;
  const strokes = signature.toData();
  paper.width = width;
  paper.height = height;
  paper.getContext('2d')?.scale(ratio, ratio);
  signature.clear();
  if (strokes.length > 0) signature.fromData(strokes);
}
