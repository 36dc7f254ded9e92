const KEY = 'atrium.appearance';
const system = matchMedia('(prefers-color-scheme: dark)');

export type Appearance = 'light' | 'dark' | 'auto';

function stored(): Appearance {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'auto';
  } catch {
    return 'auto';
  }
}

function apply(): void {
  const chosen = stored();
  const dark = chosen === 'auto' ? system.matches : chosen === 'dark';
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
}

/**
 * Before the first paint, or a dark room would see a white flash; and from then on, as the system changes.
 * Mantine does the same behind the sign-in, under the same key, but is not there before it.
 */
export function followColorScheme(): void {
  apply();
  system.addEventListener('change', apply);
}

export const APPEARANCE_KEY = KEY;
