import type { PlanFeature } from './geojson-plan.ts';

/** Metres; GRS 80's mean radius. */
const EARTH = 6_371_008.8;
const MARGIN = 1;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const centimetres = (metres: number) => Math.round(metres * 100) / 100;
type Metres = [x: number, y: number];

/** A plane that touches the earth in the middle of a building: off by less than a millimetre over 100 m. */
function projection(features: readonly PlanFeature[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lines } of features)
    for (const [longitude, latitude] of lines.flat()) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  const perDegree = radians(1) * EARTH;
  const across = perDegree * Math.cos(radians((south + north) / 2));
  return {
    width: (east - west) * across,
    height: (north - south) * perDegree,
    /** From the corner in the north-west, y downwards. */
    seen: ([longitude, latitude]: readonly [number, number]): Metres => [
      centimetres((longitude - west) * across + MARGIN),
      centimetres((north - latitude) * perDegree + MARGIN),
    ],
  };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const LOOK: Record<PlanFeature['kind'], string> = {
  edge: 'fill="none" stroke="currentColor" stroke-width="0.05"',
  space: 'fill="currentColor" fill-opacity="0.04" stroke="currentColor" stroke-width="0.05"',
  wall: 'fill="currentColor" stroke="currentColor" stroke-width="0.1"',
};

/** One level as SVG: a unit is a metre, north is up. Of two with one name the first bears the id. */
export function drawLevel(features: readonly PlanFeature[]): { svg: string; elementIds: string[] } {
  const { width, height, seen } = projection(features);
  const ids = new Set<string>();
  const drawn = (['edge', 'space', 'wall'] as const).flatMap((kind) =>
    features
      .filter((one) => one.kind === kind)
      .map(({ name, lines, closed }) => {
        const path = lines
          .map((line) => `M${line.map((point) => seen(point).join(' ')).join('L')}${closed ? 'Z' : ''}`)
          .join('');
        const id = name?.replaceAll(/\s+/g, '_');
        const fresh = id !== undefined && !ids.has(id);
        if (fresh) ids.add(id);
        const look = closed ? LOOK[kind] : LOOK[kind].replace('fill="currentColor"', 'fill="none"');
        return `<path${fresh ? ` id="${escaped(id)}"` : ''} d="${path}" fill-rule="evenodd" ${look}/>`;
      }),
  );
  const box = [0, 0, centimetres(width + 2 * MARGIN), centimetres(height + 2 * MARGIN)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}">${drawn.join('')}</svg>`;
  return { svg, elementIds: [...ids] };
}
