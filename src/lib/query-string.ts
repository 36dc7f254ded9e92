type Value = string | number | boolean | undefined | null;

/** Leaves out undefined, null and empty values, so one filter state has one URL. */
export function queryString(values: Record<string, Value>): string {
  const set = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString();
}

/** `path` with the set values behind a question mark, or `path` alone when none is set. */
export function withQuery(path: string, values: Record<string, Value>): string {
  const query = queryString(values);
  return query ? `${path}?${query}` : path;
}
