/**
 * Keeps a small preference on this device. Storage may be full, blocked or hold something an older
 * version wrote, so reading falls back and writing may quietly do nothing.
 */
export function readStored<T>(key: string, check: (value: unknown) => value is T, fallback: T): T {
  try {
    const text = localStorage.getItem(`atrium.${key}`);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return check(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(`atrium.${key}`, JSON.stringify(value));
  } catch {
    // The preference lasts until the tab closes, nothing else is lost.
  }
}

export function removeStored(key: string): void {
  try {
    localStorage.removeItem(`atrium.${key}`);
  } catch {
    // Blocked storage keeps nothing anyway.
  }
}

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
