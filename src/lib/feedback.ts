import { isBoolean, readStored, writeStored } from './storage.ts';
import { createStore } from './store.ts';

export type Signal = 'success' | 'exception';
type Tone = { hertz: number; from: number; seconds: number };

/** Heard apart without looking: one high beep, or two low ones. */
const tones: Record<Signal, readonly Tone[]> = {
  success: [{ hertz: 1320, from: 0, seconds: 0.09 }],
  exception: [
    { hertz: 280, from: 0, seconds: 0.14 },
    { hertz: 220, from: 0.2, seconds: 0.22 },
  ],
};
/** In ms, on and off in turn. */
const vibrations: Record<Signal, number[]> = { success: [40], exception: [120, 80, 120] };

/** Whether scans are heard on this device. Vibration stays: it disturbs nobody. */
export const soundOn = createStore(readStored('scan-sound', isBoolean, true));

export function setSound(on: boolean): void {
  soundOn.set(on);
  writeStored('scan-sound', on);
}

/** Tells the outcome of a scan by sound and vibration, as far as the device has them. Never throws. */
export function signal(kind: Signal): void {
  // Before the first tap browsers refuse both, and complain aloud.
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  if (soundOn.get()) beep(tones[kind]);
  try {
    navigator.vibrate?.(vibrations[kind]);
  } catch {
    // Only ever a comfort.
  }
}

let audio: AudioContext | undefined;

function beep(sequence: readonly Tone[]): void {
  try {
    audio ??= new AudioContext();
    // A phone suspends it on a call or in the background.
    if (audio.state !== 'running') audio.resume().catch(() => undefined);
    for (const tone of sequence) play(audio, tone);
  } catch {
    audio = undefined;
  }
}

function play(context: AudioContext, { hertz, from, seconds }: Tone): void {
  const [start, end] = [context.currentTime + from, context.currentTime + from + seconds];
  const volume = context.createGain();
  // Fading in and out; a wave that is cut off clicks.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.25, start + 0.01);
  volume.gain.setValueAtTime(0.25, end - 0.02);
  volume.gain.linearRampToValueAtTime(0, end);
  volume.connect(context.destination);
  const wave = context.createOscillator();
  wave.frequency.value = hertz;
  wave.connect(volume);
  wave.start(start);
  wave.stop(end);
}
