// SQL expressions for answers of the OffiServ side: ids are strings, references carry their address, times ISO 8601.

/** SQL: a moment as ISO 8601 in UTC; null of null. */
export const iso = (moment: string) =>
  `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL: the contract's `offiServShortUser` of the row of app_user behind the alias. */
export const shortUser = (alias: string) =>
  `json_build_object('id', ${alias}.id::text, 'uri', '/data/users/' || ${alias}.id, 'displayName', ${alias}.name)`;

/** SQL: the same of the person that a column refers to, also when they have been removed; null where it is null. */
export const shortUserOf = (
  of: string,
  column: string,
) => `(SELECT ${shortUser('person')} FROM app_user person
  WHERE person.organisation_id = ${of}.organisation_id AND person.id = ${of}.${column})`;
