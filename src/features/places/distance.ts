import type { Building } from '#contract/places.ts';
import { locale } from '#src/lib/language.ts';

/** Mean radius of the Earth in kilometres (IUGG). */
const EARTH_KM = 6371.0088;
const MILE_KM = 1.609344;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

export type Point = { latitude: number; longitude: number };

/** Great circle between two points, in kilometres. */
export function kilometres(a: Point, b: Point): number {
  const rise = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const turn = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const half = rise + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * turn;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Where a building stands; undefined when nobody has said. */
export function pointOf({ location }: Pick<Building, 'location'>): Point | undefined {
  const { latitude, longitude }: Partial<Point> = location;
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** In kilometres for a building that is measured in metres, in miles for the others. */
export function formatDistance(km: number, metric: boolean): string {
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: metric ? 'kilometer' : 'mile',
    maximumFractionDigits: 1,
  }).format(metric ? km : km / MILE_KM);
}

export const formatPoint = ({ latitude, longitude }: Point) => {
  const degrees = new Intl.NumberFormat(locale(), { maximumFractionDigits: 5 });
  return `${degrees.format(latitude)}, ${degrees.format(longitude)}`;
};
