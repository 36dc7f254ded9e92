/** 50 miles, the radius that the documents name, in kilometres. */
export const RADIUS_KM = 80.4672;
/** Mean radius of the Earth in kilometres (IUGG). */
export const EARTH_KM = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

export type Box = {
  latitude: [number, number];
  /** One range, or two where the box lies across 180°; all of them around a pole. */
  longitudes: [number, number][];
};

/**
 * A box in degrees that holds everything within the radius of a point: what an index can be asked for, before
 * the distance is reckoned exactly. A hair wider than need be, against rounding.
 * @see Bronshtein et al., Handbook of Mathematics: the meridians that touch a small circle
 */
export function boxAround(latitude: number, longitude: number): Box {
  const angle = (RADIUS_KM / EARTH_KM) * 1.000001;
  const [south, north] = [latitude - degrees(angle), latitude + degrees(angle)];
  if (south <= -90 || north >= 90) return { latitude: [south, north], longitudes: [[-180, 180]] };
  const reach = degrees(Math.asin(Math.sin(angle) / Math.cos(radians(latitude))));
  const [west, east] = [longitude - reach, longitude + reach];
  const longitudes: [number, number][] =
    west < -180
      ? [
          [west + 360, 180],
          [-180, east],
        ]
      : east > 180
        ? [
            [west, 180],
            [-180, east - 360],
          ]
        : [[west, east]];
  return { latitude: [south, north], longitudes };
}

/**
 * SQL condition: the building behind the alias lies within the radius. Pushes its values onto `params`. The
 * haversine of the distance is compared, which needs no inverse and is exact for short distances.
 */
export function nearSql(b: string, latitude: number, longitude: number, params: unknown[]): string {
  const value = (number: number) => `$${params.push(number)}::double precision`;
  const box = boxAround(latitude, longitude);
  const inRange = (column: string, [from, to]: [number, number]) =>
    `${b}.${column} BETWEEN ${value(from)} AND ${value(to)}`;
  const [lat, lon] = [value(latitude), value(longitude)];
  const most = value(Math.sin(RADIUS_KM / EARTH_KM / 2) ** 2);
  return `(${inRange('latitude', box.latitude)}
    AND (${box.longitudes.map((range) => inRange('longitude', range)).join(' OR ')})
    AND sin(radians(${b}.latitude - ${lat}) / 2) ^ 2 + cos(radians(${lat})) * cos(radians(${b}.latitude))
      * sin(radians(${b}.longitude - ${lon}) / 2) ^ 2 <= ${most})`;
}
