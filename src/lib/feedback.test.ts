import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Beep = { hertz: number; start: number; end: number };
let beeps: Beep[] = [];
let state: AudioContextState = 'running';
const resume = vi.fn(() => Promise.reject(new Error('not allowed')));

/** As much of WebAudio as a beep takes; jsdom has none. */
class Audio {
  currentTime = 10;
  destination = {};
  resume = resume;
  get state() {
    return state;
  }
  createGain() {
    const gain = { setValueAtTime: () => gain, linearRampToValueAtTime: () => gain };
    return { gain, connect: () => undefined };
  }
  createOscillator() {
    const beep: Beep = { hertz: 0, start: 0, end: 0 };
    return {
      frequency: {
        set value(hertz: number) {
          beep.hertz = hertz;
        },
      },
      connect: () => undefined,
      start: (at: number) => {
        beep.start = at;
      },
      stop: (at: number) => {
        beep.end = at;
        beeps.push(beep);
      },
    };
  }
}

const vibrate = vi.fn(() => true);
/** Fresh, as after loading the page. */
async function load() {
  vi.resetModules();
  return import('./feedback.ts');
}

beforeEach(() => {
  beeps = [];
  state = 'running';
  vi.clearAllMocks();
  localStorage.clear();
  vi.stubGlobal('AudioContext', Audio);
  Object.assign(navigator, { vibrate, userActivation: { hasBeenActive: true } });
});
afterEach(() => vi.unstubAllGlobals());

describe('feedback on a scan', () => {
  it('sounds and feels different for a success and an exception', async () => {
    const { signal } = await load();
    signal('success');
    const success = beeps.splice(0);
    signal('exception');
    expect(success).toHaveLength(1);
    expect(beeps).toHaveLength(2);
    expect(Math.max(...beeps.map(({ hertz }) => hertz))).toBeLessThan(success[0]!.hertz / 2);
    expect(beeps[0]!.end).toBeLessThan(beeps[1]!.start);
    expect(vibrate.mock.calls).toEqual([[[40]], [[120, 80, 120]]]);
  });

  it('is over before the next scan can follow', async () => {
    const { signal } = await load();
    signal('success');
    expect(beeps[0]!.end - 10).toBeLessThanOrEqual(0.15);
  });

  it('is on at first; muted it only vibrates, and stays muted after a reload', async () => {
    const { setSound, soundOn } = await load();
    expect(soundOn.get()).toBe(true);
    setSound(false);
    const { signal, soundOn: later } = await load();
    expect(later.get()).toBe(false);
    signal('success');
    expect(beeps).toEqual([]);
    expect(vibrate).toHaveBeenCalledOnce();
  });

  it('asks for neither before the first tap', async () => {
    Object.assign(navigator, { userActivation: { hasBeenActive: false } });
    const { signal } = await load();
    signal('success');
    expect(beeps).toEqual([]);
    expect(vibrate).not.toHaveBeenCalled();
  });

  it('bears a browser that will not play, or has neither', async () => {
    state = 'suspended';
    const { signal } = await load();
    signal('success');
    expect(resume).toHaveBeenCalledOnce();
    vi.stubGlobal('AudioContext', undefined);
    Object.assign(navigator, { vibrate: undefined });
    const { signal: silent } = await load();
    expect(() => silent('exception')).not.toThrow();
  });
});
