import { describe, expect, test } from 'vitest';
import { outlinesOf } from './drawing-outlines.ts';
import { readTransform, transformedPath, IDENTITY } from './svg-path.ts';

const drawing = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;
const boundsIn = (inner: string) =>
  Object.fromEntries([...outlinesOf(drawing(inner))].map(([id, { bounds }]) => [id, Object.values(bounds)]));

describe('outlines of a drawing', () => {
  test.each([
    ['<rect data-id="a" x="1" y="2" width="3" height="4"/>', [1, 2, 3, 4]],
    ['<polygon data-id="a" points="1,2 4,2 4,6 1,6"/>', [1, 2, 3, 4]],
    ['<path data-id="a" d="M1 2h3v4H1z"/>', [1, 2, 3, 4]],
    ['<path data-id="a" d="m1,2 3,0 0,4 -3 0z"/>', [1, 2, 3, 4]],
    ['<circle data-id="a" cx="5" cy="5" r="2"/>', [3, 3, 4, 4]],
    [
      '<g data-id="a" transform="translate(10 20)"><rect transform="scale(2)" x="1" y="1" width="3" height="4"/></g>',
      [12, 22, 6, 8],
    ],
    ['<g transform="rotate(90)"><rect data-id="a" width="3" height="4"/></g>', [-4, 0, 4, 3]],
  ])('%s', (inner, bounds) => {
    expect(boundsIn(inner).a).toEqual(bounds);
  });

  test('a group has its largest shape; what is drawn elsewhere or nowhere has none', () => {
    expect(
      boundsIn(
        '<g data-id="room"><rect data-id="sign" width="1" height="1"/><rect width="5" height="6"/></g>' +
          '<defs><rect data-id="tile" width="9" height="9"/></defs><g data-id="layer"></g><text data-id="t">x</text>',
      ),
    ).toEqual({ room: [0, 0, 5, 6], sign: [0, 0, 1, 1] });
  });

  test('of two with one id the first', () => {
    expect(
      boundsIn('<rect data-id="a" width="1" height="1"/><rect data-id="a" width="5" height="5"/>').a,
    ).toEqual([0, 0, 1, 1]);
  });
});

test('a rotation around a point leaves the point where it is', () => {
  const { bounds } = transformedPath('M7 3', readTransform('rotate(33, 7, 3)'));
  expect([bounds.x, bounds.y]).toEqual([7, 3]);
});

test('arcs end where they end, even with their flags run together', () => {
  expect(transformedPath('M0 0A5 5 0 0110 10', IDENTITY).path).toBe('M0 0L10 10');
});
