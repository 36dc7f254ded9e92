import { locale } from './language.ts';

/** 12,345 in the way of the reader's language. */
export const formatNumber = (value: number) => new Intl.NumberFormat(locale()).format(value);

/** As a badge shows it: of more than 99 only that. */
export const upTo99 = (count: number) => (count > 99 ? `${formatNumber(99)}+` : formatNumber(count));

/** 42 % of 1, in the way of the reader's language, in whole ones. */
export const formatPercent = (share: number) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
