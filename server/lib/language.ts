import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language, LANGUAGE_COOKIE, languageOfHeader } from '#contract/languages.ts';

/** The language of the page to send: the one chosen on this device, else the best of what the browser asks for. */
export function languageOfPage({ cookies, headers }: FastifyRequest): Language {
  const chosen = cookies[LANGUAGE_COOKIE];
  return isLanguage(chosen) ? chosen : (languageOfHeader(headers['accept-language']) ?? 'en');
}
