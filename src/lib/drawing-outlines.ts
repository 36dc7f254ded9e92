import { type Outline } from './outline.ts';
import { IDENTITY, type Matrix, readTransform, times, transformedPath } from './svg-path.ts';

/** Nothing in these is drawn where it stands. */
const APART = new Set(['defs', 'clipPath', 'mask', 'pattern', 'symbol', 'marker']);
/** How far the handles of four curves are from the corners of a circle's quarters. */
const ROUND = 0.5523;

function pathOf(element: Element): string | undefined {
  const number = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '0') || 0;
  switch (element.localName) {
    case 'path':
      return element.getAttribute('d') ?? undefined;
    case 'polygon':
    case 'polyline':
      return `M${element.getAttribute('points') ?? ''}Z`;
    case 'rect': {
      const [width, height] = [number('width'), number('height')];
      return width > 0 && height > 0
        ? `M${number('x')} ${number('y')}h${width}v${height}h${-width}Z`
        : undefined;
    }
    case 'circle':
    case 'ellipse': {
      const rx = number('r') || number('rx');
      const ry = number('r') || number('ry');
      const [kx, ky] = [rx * ROUND, ry * ROUND];
      const quarters = [
        [0, -ky, rx - kx, -ry, rx, -ry],
        [kx, 0, rx, ry - ky, rx, ry],
        [0, ky, kx - rx, ry, -rx, ry],
        [-kx, 0, -rx, ky - ry, -rx, -ry],
      ];
      const curves = quarters.map((quarter) => `c${quarter.join(' ')}`).join('');
      return rx > 0 && ry > 0 ? `M${number('cx') - rx} ${number('cy')}${curves}Z` : undefined;
    }
    default:
      return undefined;
  }
}

const areaOf = ({ bounds }: Outline) => bounds.width * bounds.height;

/**
 * The outline of each element of a sanitised drawing that bears an id of its file (`data-id`), in document order
 * and the drawing's units. That of a group is the largest shape in it.
 */
export function outlinesOf(svg: string): Map<string, Outline> {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const found = new Map<string, Outline | undefined>();
  const visit = (element: Element, above: Matrix, named: readonly string[]) => {
    if (APART.has(element.localName)) return;
    const transform = element.getAttribute('transform');
    const matrix = transform === null ? above : times(above, readTransform(transform));
    const id = element.getAttribute('data-id');
    const names = id === null || found.has(id) ? named : [...named, id];
    if (names !== named) found.set(id!, undefined);
    const path = names.length > 0 ? pathOf(element) : undefined;
    if (path !== undefined) {
      const outline = transformedPath(path, matrix);
      for (const name of names) {
        const before = found.get(name);
        if (!before || areaOf(outline) > areaOf(before)) found.set(name, outline);
      }
    }
    for (const child of element.children) visit(child, matrix, names);
  };
  visit(root, IDENTITY, []);
  const drawn = [...found].filter((entry): entry is [string, Outline] => {
    const bounds = entry[1]?.bounds;
    return bounds !== undefined && bounds.width > 0 && bounds.height > 0;
  });
  return new Map(drawn);
}
