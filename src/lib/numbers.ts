import { getLocale } from '#locale';

/** 12,345 in the way of the reader's language. */
export const formatNumber = (value: number) => new Intl.NumberFormat(getLocale()).format(value);

/** 42 % of 1, in the way of the reader's language, in whole ones. */
export const formatPercent = (share: number) =>
  new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
