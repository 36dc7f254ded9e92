import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type BarcodeSighting, readFrame } from '#src/lib/barcodes.ts';

/** Of the frames that show nothing, every so many-th is looked at from all sides. */
const HARD_EVERY = 5;
/** In pixels. Enough for a quick look; a hard one takes all the camera gives. */
const QUICK_LENGTH = 1280;
const FAILURES = 3;

/** The part of the view inside the target frame, as shares of its width and height; the sheet draws it. */
export const TARGET = { x: 0.07, y: 0.16 };

/**
 * Reads one frame after the other while `running`. `onFrame` gets the codes inside the target frame, the one
 * nearest its middle first; `onFailure` is called when the reader does not work at all.
 */
export function useFrames(
  video: RefObject<HTMLVideoElement | null>,
  running: boolean,
  onFrame: (sightings: BarcodeSighting[]) => void,
  onFailure: () => void,
): void {
  const tell = useEffectEvent(onFrame);
  const fail = useEffectEvent(onFailure);

  useEffect(() => {
    const film = video.current;
    if (!running || !film) return;
    let [stopped, blank, failures] = [false, 0, 0];
    const next = () => {
      if (stopped) return;
      if (film.requestVideoFrameCallback) film.requestVideoFrameCallback(() => void read());
      else requestAnimationFrame(() => void read());
    };
    const read = async () => {
      try {
        const effort = blank % HARD_EVERY === HARD_EVERY - 1 ? 'hard' : 'quick';
        const frame = stopped ? undefined : await frameOf(film, effort);
        if (frame) {
          const { width, height } = frame;
          const sightings = await readFrame(frame, effort);
          if (stopped) return;
          failures = 0;
          blank = sightings.some(({ certain }) => certain) ? 0 : blank + 1;
          tell(aimedAt(sightings, width, height));
        }
      } catch {
        failures += 1;
        if (failures === FAILURES && !stopped) return fail();
      }
      next();
    };
    next();
    return () => {
      stopped = true;
    };
  }, [video, running]);
}

/** What of the film is on the screen, which cuts it to its own proportions. */
async function frameOf(film: HTMLVideoElement, effort: 'quick' | 'hard'): Promise<ImageBitmap | undefined> {
  const { videoWidth, videoHeight, clientWidth, clientHeight } = film;
  if (!videoWidth || !videoHeight || !clientWidth || !clientHeight) return undefined;
  const zoom = Math.max(clientWidth / videoWidth, clientHeight / videoHeight);
  const [width, height] = [Math.round(clientWidth / zoom), Math.round(clientHeight / zoom)];
  const [x, y] = [Math.round((videoWidth - width) / 2), Math.round((videoHeight - height) / 2)];
  const scale = effort === 'quick' ? Math.min(1, QUICK_LENGTH / Math.max(width, height)) : 1;
  return createImageBitmap(film, x, y, width, height, {
    resizeWidth: Math.round(width * scale),
    resizeHeight: Math.round(height * scale),
  });
}

function aimedAt(sightings: BarcodeSighting[], width: number, height: number): BarcodeSighting[] {
  return sightings
    .map((sighting) => {
      const { bounds } = sighting;
      const x = (bounds.x + bounds.width / 2) / width - 0.5;
      const y = (bounds.y + bounds.height / 2) / height - 0.5;
      return { sighting, x, y };
    })
    .filter(({ x, y }) => Math.abs(x) <= 0.5 - TARGET.x && Math.abs(y) <= 0.5 - TARGET.y)
    .toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
    .map(({ sighting }) => sighting);
}
