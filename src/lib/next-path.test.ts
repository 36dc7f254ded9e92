import { expect, test } from 'vitest';
import { safeNext } from './next-path.ts';

test.each(['/mail', '/mail?queue=PENDING&q=a%2Fb#row', '/', '/a/../b'])('%s is on this site', (path) => {
  expect(safeNext(path)).toBe(new URL(path, 'http://x').href.slice('http://x'.length));
});

test.each([
  '//evil.com',
  '///evil.com',
  '/\\evil.com',
  '/\t/evil.com',
  '/\n//evil.com',
  '\\\\evil.com',
  'https://evil.com',
  'javascript:alert(1)',
  'mail',
  '',
  '/.//evil.com',
  '/a/..//evil.com',
  '/sign-in?next=/sign-in',
  undefined,
  42,
  { toString: () => '/mail' },
])('%j leads to the start page', (hostile) => {
  expect(safeNext(hostile)).toBe('/');
});
