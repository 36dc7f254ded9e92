import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { readStored, writeStored } from '#src/lib/storage.ts';

/** Why there is no picture: not allowed, none there, a page without https, or taken by another app. */
export type CameraProblem = 'denied' | 'missing' | 'insecure' | 'busy';
export type CameraState = 'starting' | 'running' | CameraProblem;

// The types of the platform do not know the light of a phone's camera yet.
type Torch = { torch?: boolean };

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The camera at the back, shown in the element that takes `video`, for as long as the page is in view: in the
 * background it is given free, so that its light goes out and other apps can have it.
 */
export function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const visible = useDocumentVisibility() === 'visible';
  const [chosen, setChosen] = useState(() => readStored('camera', isText, ''));
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<CameraState>('starting');
  const [cameras, setCameras] = useState<MediaDeviceInfo[]>([]);
  const [track, setTrack] = useState<MediaStreamTrack>();

  useEffect(() => {
    if (!visible) return;
    let closed = false;
    let stream: MediaStream | undefined;
    const open = async () => {
      stream = await openCamera(chosen);
      if (closed) return stop(stream);
      const [opened] = stream.getVideoTracks();
      opened?.addEventListener('ended', () => !closed && setState('busy'));
      if (video.current) {
        video.current.srcObject = stream;
        await video.current.play();
      }
      const found = await navigator.mediaDevices.enumerateDevices();
      if (closed) return;
      setCameras(found.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== ''));
      setTrack(opened);
      setState('running');
    };
    open().catch((error: unknown) => {
      if (!closed) setState(problemOf(error));
    });
    return () => {
      closed = true;
      stop(stream);
      setTrack(undefined);
      setState('starting');
    };
  }, [visible, chosen, attempt]);

  // One that is plugged in, or comes back, is taken at once.
  useEffect(() => {
    if (state !== 'missing' && state !== 'busy') return;
    const again = () => setAttempt((times) => times + 1);
    navigator.mediaDevices.addEventListener('devicechange', again);
    return () => navigator.mediaDevices.removeEventListener('devicechange', again);
  }, [state]);

  const choose = (id: string) => {
    writeStored('camera', id);
    setChosen(id);
  };
  const retry = () => setAttempt((times) => times + 1);
  return {
    video,
    state,
    cameras,
    current: track?.getSettings().deviceId,
    choose,
    retry,
    torch: useTorch(track),
  };
}

/** The light beside the camera, where it has one: whether it is on, and a switch. */
function useTorch(track: MediaStreamTrack | undefined) {
  const [lit, setLit] = useState<MediaStreamTrack>();
  const able = track?.getCapabilities?.() as Torch | undefined;
  if (!track || !able?.torch) return undefined;
  const on = lit === track;
  const toggle = () =>
    track
      .applyConstraints({ advanced: [{ torch: !on } as MediaTrackConstraintSet] })
      .then(() => setLit(on ? undefined : track))
      .catch(() => setLit(undefined));
  return { on, toggle };
}

async function openCamera(id: string): Promise<MediaStream> {
  if (!window.isSecureContext || !navigator.mediaDevices?.getUserMedia)
    throw new DOMException('', 'InsecureContextError');
  const open = (which: MediaTrackConstraints) =>
    navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { ...which, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
  // A wish, not a demand: a laptop has no camera at the back.
  const rear = () => open({ facingMode: { ideal: 'environment' } });
  if (!id) return rear();
  // The one chosen last time may be gone.
  return open({ deviceId: { exact: id } }).catch((error: unknown) => {
    if (problemOf(error) === 'missing') return rear();
    throw error;
  });
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

const problems: Record<string, CameraProblem> = {
  InsecureContextError: 'insecure',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};
const problemOf = (error: unknown): CameraProblem =>
  (error instanceof DOMException && problems[error.name]) || 'busy';
