import type { MailDesk } from '#contract/mail.ts';
import { courierNames, recogniseCourier } from '#contract/tracking-number.ts';

export type CourierGuess = {
  name: string;
  /** Not sure: offered, not applied. */
  sure: boolean;
  /** The organisation's own entry, where it has one. */
  courierId?: number;
};

/** Who brought it, by the number alone, before the server answers; undefined for plain text. */
export function guessCourier(number: string, couriers: MailDesk['couriers']): CourierGuess | undefined {
  const found = recogniseCourier(number);
  if (!found) return undefined;
  const own = couriers.find(({ code }) => code.toLowerCase() === found.courier);
  return {
    name: own?.name ?? courierNames[found.courier],
    sure: found.confident,
    ...(own && { courierId: own.id }),
  };
}
