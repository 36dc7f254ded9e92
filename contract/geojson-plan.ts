import { z } from 'zod';
import { drawLevel } from './geojson-drawing.ts';

const position = z.tuple([z.number(), z.number()]).rest(z.unknown());
const ring = z.array(position).min(2).max(20_000);
const geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
  z.object({ type: z.literal('LineString'), coordinates: ring }),
]);
const properties = z.record(z.string(), z.unknown());
const feature = z.object({ geometry, properties: properties.nullish() });
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()).max(100_000),
});

type LonLat = readonly [longitude: number, latitude: number];
export type PlanFeature = {
  kind: 'space' | 'wall' | 'edge';
  /** Number or name, where it has one. */
  name: string | undefined;
  /** Rings of polygons, or one open line. */
  lines: LonLat[][];
  closed: boolean;
};
export type GeoJsonPlan = {
  /** As the file says it; '' for a file that knows no levels. */
  level: string;
  svg: string;
  /** Ids of the elements that bear a number or name. */
  elementIds: string[];
};
export type GeoJsonRead =
  | { plans: GeoJsonPlan[]; problem?: undefined }
  | { problem: 'no-json' | 'no-geojson' | 'no-polygons' | 'no-degrees' };

/** What indoor mapping calls the parts of a building: OpenStreetMap under `indoor`, others under `type`. */
const WALLS = new Set(['wall', 'inaccessible_space', 'column']);
const EDGES = new Set(['building_outline', 'window', 'door', 'level', 'building']);
/** WRLD's `no_geometry` are rooms that nothing is built around: balconies, whole tenancies. */
const SPACES = new Set(['room', 'area', 'corridor', 'bathroom', 'stairs', 'elevator', 'yes', 'no_geometry']);

const textOf = (value: unknown) =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
    ? String(value).trim().slice(0, 100)
    : undefined;

function readFeature(raw: unknown): (PlanFeature & { levels: string[] }) | undefined {
  const read = feature.safeParse(raw);
  if (!read.success) return undefined;
  const { geometry: shape, properties: said } = read.data;
  const about = said ?? {};
  const sort = textOf(about.indoor) ?? textOf(about.type) ?? '';
  const kind = WALLS.has(sort) ? 'wall' : EDGES.has(sort) ? 'edge' : 'space';
  // Paths to walk are lines too; only walls are worth drawing.
  if (shape.type === 'LineString' && kind !== 'wall') return undefined;
  // A number or name makes a space of anything; without, its sort must say so where there are sorts.
  const name = textOf(about.ref) ?? textOf(about.roomnumber) ?? textOf(about.room_id) ?? textOf(about.name);
  if (kind === 'space' && name === undefined && sort !== '' && !SPACES.has(sort)) return undefined;
  const lines =
    shape.type === 'MultiPolygon'
      ? shape.coordinates.flat()
      : shape.type === 'Polygon'
        ? shape.coordinates
        : [shape.coordinates];
  return {
    kind,
    name: kind === 'space' ? name : undefined,
    lines: lines.map((line) => line.map(([longitude, latitude]) => [longitude, latitude] as const)),
    closed: shape.type !== 'LineString',
    levels: levelsOf(about.level),
  };
}

/** `2`, `0;1`, `-1-3` (from −1 to 3): the levels something is on. Halves count to the level below. */
export function levelsOf(value: unknown): string[] {
  const text = textOf(value);
  if (text === undefined) return [];
  return text.split(';').flatMap((part) => {
    const range = /^\s*(-?\d+)-(-?\d+)\s*$/.exec(part);
    if (!range) return Number.isFinite(Number(part)) ? [String(Math.floor(Number(part)))] : [part.trim()];
    const [from, to] = [Number(range[1]), Number(range[2])];
    return to - from > 200
      ? []
      : Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => `${from + at}`);
  });
}

const inDegrees = ([longitude, latitude]: LonLat) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

/**
 * Reads a floor, or a building level by level, from GeoJSON (longitude and latitude, WGS 84) and draws each level
 * as a plain SVG in metres. Spaces with a number or name bear it as the id of their element.
 */
export function readGeoJson(text: string): GeoJsonRead {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'no-json' };
  }
  const read = collection.safeParse(json);
  if (!read.success) return { problem: 'no-geojson' };
  const features = read.data.features.map(readFeature).filter((one) => one !== undefined);
  if (!features.some(({ kind, closed }) => kind === 'space' && closed)) return { problem: 'no-polygons' };
  if (!features.every(({ lines }) => lines.every((line) => line.every(inDegrees))))
    return { problem: 'no-degrees' };
  const levels = new Set(features.filter(({ kind }) => kind === 'space').flatMap((one) => one.levels));
  const named = levels.size > 0 ? [...levels] : [''];
  // What is on no level, such as the outline of the building, is on all of them.
  const plans = named.map((level) => {
    const shown = features.filter(
      (one) =>
        level === '' || one.levels.includes(level) || (one.levels.length === 0 && one.kind !== 'space'),
    );
    return { level, ...drawLevel(shown) };
  });
  const order = (a: GeoJsonPlan, b: GeoJsonPlan) =>
    Number(a.level) - Number(b.level) || a.level.localeCompare(b.level);
  return { plans: plans.sort(order) };
}
