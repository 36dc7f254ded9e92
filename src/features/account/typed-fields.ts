const KEY = 'atrium.typed';
const fieldsOf = (page: HTMLElement) =>
  page.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input[name]:not([type=password]), select[name]',
  );

/** Remembers what is typed on a page that is about to be loaded anew; never a password. */
export function takeFields(page: HTMLElement): void {
  const values = [...fieldsOf(page)].map(({ name, value }) => [name, value]);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(values)));
  } catch {
    // Blocked storage: it has to be typed again.
  }
}

/** Puts it back, once. */
export function bringFields(page: HTMLElement): void {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>;
    sessionStorage.removeItem(KEY);
    for (const field of fieldsOf(page)) field.value = kept[field.name] ?? field.value;
  } catch {
    // Nothing was kept.
  }
}
