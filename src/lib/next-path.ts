/**
 * Where to go after signing in, from a parameter that anybody may have written: a path on this site,
 * or the start page. `//evil.com`, `/\evil.com`, `javascript:` and the like never get through.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return '/';
  try {
    const url = new URL(next, window.location.origin);
    // The parser drops tabs and line breaks, which can turn a harmless look into `//host`.
    if (url.origin !== window.location.origin || url.pathname.startsWith('//')) return '/';
    if (url.pathname === '/sign-in') return '/';
    return url.pathname + url.search + url.hash;
  } catch {
    return '/';
  }
}
