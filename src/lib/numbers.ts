import { getLocale } from '#locale';

/** 12,345 in the way of the reader's language. */
export const formatNumber = (value: number) => new Intl.NumberFormat(getLocale()).format(value);
