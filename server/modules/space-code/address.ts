import type { Config } from '#server/config.ts';

/**
 * An address of the dashboard for what is printed or hung up. Only the path where the server has not been told its
 * public address: the browser, which reached it, knows the rest.
 */
export const addressOf = ({ publicUrl = '' }: Pick<Config, 'publicUrl'>, path: string) =>
  `${publicUrl.replace(/\/+$/, '')}${path}`;

/** Where the code at a space leads. */
export const codePath = (room: number) => `/s/${room}`;
