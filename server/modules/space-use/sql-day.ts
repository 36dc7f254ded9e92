/** SQL: the zone of a building `house` of the organisation `company`. */
export const ZONE = 'coalesce(house.time_zone, company.time_zone)';

/**
 * SQL: the first moment of a day, a timestamp, in a zone. A minute before midnight there is on every day, and a minute
 * later the day has begun, whatever the clocks do at midnight.
 */
export const startOfDaySql = (date: string, zone: string) =>
  `((${date} - interval '1 minute') AT TIME ZONE ${zone} + interval '1 minute')`;
