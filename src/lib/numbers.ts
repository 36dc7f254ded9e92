import { locale } from './language.ts';

/** 12,345 in the way of the reader's language. */
export const formatNumber = (value: number) => new Intl.NumberFormat(locale()).format(value);
