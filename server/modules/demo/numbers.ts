import {
  alternatingOneTwo,
  gs1,
  mod37_36,
  mod7,
  s10,
  sumProduct,
  type CheckDigit,
} from '#contract/check-digits.ts';
import type { Random } from './random.ts';

const capitals = [...'ABCDEFGHJKLMNPRSTUVWXY'];
const letters = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.pick(capitals)).join('');
const closed = (serial: string, check: CheckDigit) => serial + check(serial);
/** UPU S10: service, eight digits, check digit, country. */
function postal(random: Random, services: readonly string[], country: string): string {
  return random.pick(services) + closed(random.digits(8), s10) + country;
}

const fedex = sumProduct([3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], 11, 10);
// Shippers send from the same few accounts again and again.
const upsShippers = ['R4T719', '86F0W3', 'A2V448', '5E9903', 'Y71X20'];
const uspsMailers = ['902100381', '903660427', '905571264'];
const abroad = ['DE', 'GB', 'CN', 'JP', 'SE', 'FR', 'KR', 'US'];

/** How numbers look by the code of the courier in the catalogue; no other courier has numbers of ours. */
const makers: Record<string, (random: Random) => string> = {
  UPS(random) {
    const serial = random.pick(upsShippers) + random.pick(['01', '03', '66', '68']) + random.digits(7);
    return `1Z${closed(serial, alternatingOneTwo)}`;
  },
  FEDEX: (random) => closed(random.pick(['79', '81', '77']) + random.digits(9), fedex),
  USPS: (random) => closed(`9400${random.int(1, 3)}${random.pick(uspsMailers)}${random.digits(7)}`, gs1),
  DHL: (random) => closed(random.pick(['33', '42', '56', '91']) + random.digits(7), mod7),
  DPD(random) {
    // Ending in a letter: of those ending in a digit, one in ten agrees with FedEx Ground as well.
    for (;;) {
      const number = closed(`0998${random.digits(10)}`, mod37_36);
      if (/[A-Z]$/.test(number)) return number;
    }
  },
  POSTNL: (random) => `3S${letters(random, 4)}${random.digits(9)}`,
  POCZTA_POLSKA: (random) => `00${closed(`${random.int(1, 9)}5900773${random.digits(9)}`, gs1)}`,
  CANADA_POST: (random) => closed(random.pick(['7035', '4002', '1023']) + random.digits(11), gs1),
  AMAZON: (random) => `TB${random.pick(['A', 'C', 'M'])}${random.digits(12)}`,
  S10: (random) => postal(random, ['RR', 'CP', 'LX', 'EE'], random.pick(abroad)),
};

export const numberedCouriers = Object.keys(makers);

/**
 * Makes tracking numbers that a scanner could read off real labels, each only once: real shapes, right
 * check digits, invented serials.
 */
export function numberMaker(random: Random) {
  const made = new Set<string>();
  return (courierCode: string): string | undefined => {
    const make = makers[courierCode];
    if (!make) return undefined;
    for (;;) {
      const number = make(random);
      if (made.has(number)) continue;
      made.add(number);
      return number;
    }
  };
}
