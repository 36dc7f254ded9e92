import {
  alternatingOneTwo,
  correosLetter,
  gs1,
  luhn,
  mod7,
  mod37_36,
  s10,
  sumProduct,
} from './check-digits.ts';
import type { CheckDigit } from './check-digits.ts';
import type { CourierCode } from './tracking-couriers.ts';

/**
 * `pattern` is matched against the whole key. With `check`, its groups `serial` and `check` must agree.
 * `confident` stands for a check digit over a known shape, or for a prefix nobody else uses at that length.
 */
export type TrackingFormat = {
  courier: CourierCode;
  name: string;
  pattern: RegExp;
  check: CheckDigit | undefined;
  confident: boolean;
};

const sure = (courier: CourierCode, name: string, pattern: RegExp, check?: CheckDigit): TrackingFormat => ({
  courier,
  name,
  pattern,
  check,
  confident: true,
});
const unsure = (courier: CourierCode, name: string, pattern: RegExp, check?: CheckDigit): TrackingFormat => ({
  ...sure(courier, name, pattern, check),
  confident: false,
});

// Countries whose postal service issues S10 numbers: members of the Universal Postal Union and the
// territories that issue their own.
const s10Countries =
  'AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF ' +
  'CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH ' +
  'KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU ' +
  'MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG US UY UZ VA VC VE VG VN VU WF WS YE YT ZA ZM ZW';

// ISO 3166 numbers of the European countries DPD delivers in.
const dpdCountries =
  '040 056 070 100 112 191 196 203 208 233 246 250 276 300 348 352 372 380 428 438 440 442 470 498 499 528 578 ' +
  '616 620 642 688 703 705 724 752 756 807 826';

const fedex12 = sumProduct([3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], 11, 10);
const fedex14 = sumProduct([1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], 11, 10);
/** The check digit covers an application identifier that is not printed. */
const behind =
  (identifier: string, check: CheckDigit): CheckDigit =>
  (serial) =>
    check(serial.startsWith(identifier) ? serial : identifier + serial);

// The two digits that open a USPS number of 20 digits; 00 is a GS1 container instead, with the same check digit.
const uspsService = '(?:0[1-8]|14|2[1-6]|34|5[06]|7[0-37]|8[235])';
const uspsOther = `(?!00|${uspsService})\\d\\d`;

/**
 * The numbers the couriers print, in our own words after the collection at
 * github.com/jkeen/tracking_number_data (MIT) and the couriers' label specifications.
 *
 * Order is precedence within one degree of confidence: where a number fits two formats, the narrower one
 * stands first. Numbers of digits alone are listed only with a check digit or a fixed beginning, but for
 * DHL's 14 digits; a clerk is helped more by no courier than by a wrong one.
 */
export const trackingFormats: readonly TrackingFormat[] = [
  sure('ups', 'UPS', /^1Z(?<serial>[A-Z0-9]{15})(?<check>\d)$/, alternatingOneTwo),
  sure('ups', 'UPS Waybill', /^[AHJKTV](?<serial>\d{9})(?<check>\d)$/, alternatingOneTwo),
  // The routing code 420 with the destination's ZIP code comes before FedEx Express (34), which may begin so too.
  sure(
    'usps',
    'USPS IMpb N',
    /^(?:420\d{5}(?:\d{4})?(?=\d{22}$)|420\d{5}(?=\d{26}$))?(?<serial>94\d{3}(?:9\d{8}(?:\d{15}|\d{11}|\d{7})|[0-8]\d{5}(?:\d{14}|\d{10})))(?<check>\d)$/,
    gs1,
  ),
  sure(
    'usps',
    'USPS IMpb C',
    /^(?:420\d{5}(?:\d{4}(?=\d{22}$))?)?(?<serial>(?:9[25]\d{3}9\d{8}(?:\d{11}|\d{7})|9[35]\d{3}[0-8]\d{5}(?:\d{14}|\d{10})))(?<check>\d)$/,
    gs1,
  ),
  sure(
    'usps',
    'USPS Legacy',
    /^(?:420\d{5}(?:\d{4})?(?=(?:91)?\d{20}$)|(?=91\d{20}$))(?<serial>(?:91)?\d{19})(?<check>\d)$/,
    behind('91', gs1),
  ),
  sure('usps', 'USPS 20', new RegExp(`^(?<serial>${uspsService}\\d{17})(?<check>\\d)$`), gs1),
  sure(
    'usps',
    'USPS Legacy',
    new RegExp(`^(?<serial>${uspsService}\\d{17})(?<check>\\d)$`),
    behind('91', gs1),
  ),
  sure('fedex', 'FedEx Ground 96 (22)', /^96\d{5}(?<serial>\d{14})(?<check>\d)$/, gs1),
  sure('fedex', 'FedEx Ground GSN', /^96\d{18}(?<serial>\d{13})(?<check>\d)$/, fedex14),
  sure('fedex', 'FedEx ASTRA (32)', /^3\d{15}(?<serial>\d{11})(?<check>\d)\d{4}$/, fedex12),
  sure('fedex', 'FedEx Express (34)', /^[0-8]\d{19}(?<serial>\d{13})(?<check>\d)$/, fedex14),
  sure('fedex', 'FedEx Express (12)', /^(?<serial>\d{11})(?<check>\d)$/, fedex12),
  // Before DPD, whose check character may be a digit as well: one number in 36 fits both.
  sure('fedex', 'FedEx Ground', /^(?<serial>\d{14})(?<check>\d)$/, gs1),
  sure('fedex', 'FedEx Ground (SSCC-18)', /^0[0124](?<serial>\d{15})(?<check>\d)$/, gs1),
  sure('fedex', 'FedEx Ground Economy', /^(?<serial>612\d{16})(?<check>\d)$/, behind('92', gs1)),
  sure('fedex', 'FedEx Door Tag', /^DT\d{12}$/),
  // Before DHL Express: the beginning and the check digit are the narrower sign of the two.
  sure('old_dominion', 'Old Dominion', /^(?<serial>(?:77[78]|072|780)\d{7})(?<check>\d)$/, luhn),
  sure('old_dominion', 'Old Dominion Guaranteed Shipment', /^(?<serial>80\d{8})(?<check>\d)$/, luhn),
  sure('dhl', 'DHL Express', /^(?<serial>\d{9,10})(?<check>\d)$/, mod7),
  sure('yodel', 'Yodel', /^J?JD0002\d{12}$/),
  sure('dhl', 'DHL Express (Piece ID)', /^(?:JJD|JVGL)\d{9,10}$/),
  sure('dhl', 'DHL Parcel', /^(?:JJD\d{11,24}|JD\d{18}|JVGL\d{11,20}|3SDFC\d{10}|MYEOJ\d{16})$/),
  sure('dhl', 'DHL Paket', /^(?:00)?(?<serial>34043\d{12})(?<check>\d)$/, gs1),
  sure('dhl', 'DHL E-Commerce', /^(?!GM\d{9}[A-Z]{2}$)GM(?=\d)[0-9A-Z]{10,39}$/),
  sure('canada_post', 'Canada Post (16)', /^(?<serial>\d{15})(?<check>\d)$/, gs1),
  // GE is unassigned in S10, so TNT stands before it.
  sure('tnt', 'TNT', /^GE(?<serial>\d{8})(?<check>\d)[A-Z]{2}$/, s10),
  sure(
    's10',
    'S10',
    new RegExp(`^[A-Z]{2}(?<serial>\\d{8})(?<check>\\d)(?:${s10Countries.replaceAll(' ', '|')})$`),
    s10,
  ),
  sure('chronopost', 'Chronopost', /^X[A-Z](?<serial>\d{8})(?<check>\d)JB$/, s10),
  sure('yanwen', 'Yanwen', /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)YP$/, s10),
  sure('dpd', 'DPD (28)', /^(?<serial>\d{27})(?<check>[0-9A-Z])$/, mod37_36),
  sure('dpd', 'DPD (14)', /^(?<serial>\d{14})(?<check>[0-9A-Z])$/, mod37_36),
  sure('ontrac', 'OnTrac', /^(?<serial>C\d{13})(?<check>\d)$/, alternatingOneTwo),
  sure('ontrac', 'OnTrac D', /^(?<serial>D\d{13})(?<check>\d)$/, alternatingOneTwo),
  sure('lasership', 'LaserShip 1LS7 (15)', /^1LS7[12]\d{10}$/),
  sure('lasership', 'LaserShip 1LS7 (18)', /^1LS7[12]\d{2}01[1-4]\d{6}1$/),
  sure('lasership', 'LaserShip 1LSCX (15)', /^1LSCX[0-9A-Z]{10}$/),
  sure('amazon', 'Amazon Logistics', /^TB[ACM]\d{12}$/),
  sure('landmark', 'Landmark Global LTN', /^LTN\d{8}N1$/),
  sure('speedee', 'Spee-Dee (20)', /^SP\d{18}$/),
  sure('yunexpress', 'YunExpress', /^YT\d{16}$/),
  sure('la_poste', 'Colissimo', /^[1-9][A-Z](?<serial>\d{10})(?<check>\d)$/, gs1),
  sure('correos', 'Correos (23)', /^(?<serial>[A-Z][0-9A-Z]{5}\d{16})(?<check>[A-Z])$/, correosLetter),
  sure('poczta_polska', 'Poczta Polska', /^00(?<serial>[1-9]5900773\d{9})(?<check>\d)$/, gs1),
  sure('new_zealand_post', 'NZ Post', /^00(?<serial>794210\d{11})(?<check>\d)$/, gs1),
  sure('austrian_post', 'Austrian Post (22)', /^(?<serial>10[03]\d{18})(?<check>\d)$/, gs1),
  sure('australia_post', 'Australia Post (GS1)', /^019931265099999891[0-9A-Z]{12,45}$/),
  sure('australia_post', 'Australia Post (23)', /^33[A-Z]{3}\d{18}$/),
  sure('bpost', 'bpost (24)', /^32(?:32|99)\d{20}$/),
  sure('postnl', 'PostNL', /^3S[A-Z]{3,6}\d{6,12}$/),
  sure('cainiao', 'Cainiao', /^(?:LP\d{14}|CNUSUP\d{8,14}|CN(?:PRT|ESP|FRA)\d{18,22})$/),
  sure('four_px', '4PX', /^4PX\d{13}CN$/),
  sure('sf_express', 'SF Express', /^SF\d{12,14}$/),
  sure('jt_express', 'J&T Express', /^JT\d{13,14}$/),
  sure('spx_express', 'SPX Express', /^SPX(?:BR|ID|MY|PH|SG|TH|TW|VN)\d{9,13}$/),
  sure('speedx', 'SpeedX', /^SPX[A-Z1][A-Z]{2}\d{12}$/),
  sure('uniuni', 'UniUni', /^UUS\d[0-9A-Z]{9,17}$/),
  sure('gofo', 'GOFO Express', /^GFUS\d{12,18}$/),
  sure('intelcom', 'Intelcom', /^INTL[A-Z]{3}\d{9}$/),
  sure('canpar', 'Canpar', /^D\d{21}$/),
  sure('loomis', 'Loomis Express', /^LSH[A-Z]\d{8}$/),
  sure('pitney_bowes', 'Pitney Bowes', /^(?:UPA[A-Z]{2}\d{15}|PBX[A-Z]{2}\d{9})$/),
  sure('parcelforce', 'Parcelforce', /^PB[A-Z]{2}\d{10}$/),
  sure('hermes_germany', 'Hermes Germany (20)', /^H10\d{17}$/),
  sure('poste_italiane', 'Poste Italiane', /^(?:1UW[0-9A-Z]{10}|5P\d{2}[A-Z]\d{8}|\d[AC]\d{4}I\d{6})$/),
  sure('ninja_van', 'Ninja Van', /^NV(?:ID|MY|PH|SG|TH|VN)[0-9A-Z]{9,16}$/),
  sure('venipak', 'Venipak', /^V\d{5}E\d{7}$/),

  unsure('usps', 'USPS 20', new RegExp(`^(?<serial>${uspsOther}\\d{17})(?<check>\\d)$`), gs1),
  unsure(
    'usps',
    'USPS Legacy',
    new RegExp(`^(?<serial>${uspsOther}\\d{17})(?<check>\\d)$`),
    behind('91', gs1),
  ),
  // Swiss Post before FedEx: a container type 99 does not exist.
  unsure('swiss_post', 'Swiss Post (18)', /^99\d{16}$/),
  unsure('postnord', 'PostNord', /^(?:00)?(?<serial>373[45]\d{13})(?<check>\d)$/, gs1),
  unsure('bring', 'Bring', /^(?:00)?(?<serial>37072\d{12})(?<check>\d)$/, gs1),
  unsure('fedex', 'FedEx Ground (SSCC-18)', /^(?!0[0124])\d{2}(?<serial>\d{15})(?<check>\d)$/, gs1),
  unsure('hermes_germany', 'Hermes Germany (14)', /^(?<serial>[01]\d{12})(?<check>\d)$/, gs1),
  unsure('dhl', 'DHL Express (Piece ID)', /^(?!JJD|JVGL)J[A-Z]{2,3}\d{9,10}$/),
  // Not what has the shape of an S10 number with a wrong check digit.
  unsure(
    'dhl',
    'DHL E-Commerce',
    /^(?![A-Z]{2}\d{9}[A-Z]{2}$)(?:LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=\d)[0-9A-Z]{10,39}$/,
  ),
  unsure('dhl', 'DHL E-Commerce (14)', /^\d{14}$/),
  unsure('lasership', 'LaserShip LX', /^L[AIEHNX][1-3]\d{7}$/),
  unsure('amazon', 'Amazon International', /^[AFC]\d{10}$/),
  // As scanned from the label, where the check character is printed but not encoded.
  unsure('dpd', 'DPD (27)', new RegExp(`^[0-9A-Z]{7}\\d{17}(?:${dpdCountries.replaceAll(' ', '|')})$`)),
  unsure('correos', 'Correos (23)', /^P[0-9A-Z]{5}\d{16}[A-Z]$/),
  unsure('ups', 'UPS Mail Innovations', /^MI\d{6}[0-9A-Z]{6,22}$/),
  unsure('evri', 'Evri', /^[A-Z]0\d[A-Z]{3}\d{10}$/),
  unsure('inpost', 'InPost', /^6[2-8]\d{22}$/),
  unsure('australia_post', 'Australia Post (23)', /^997\d{20}$/),
  unsure('purolator', 'Purolator', /^(?:329|33[2-5]|602|607)\d{9}$/),
  unsure('aramex', 'Aramex', /^(?:2X|IZ|FZ|FX|MX|JQ)\d{10}$/),
  unsure('packeta', 'Packeta', /^Z\d{10}$/),
];
