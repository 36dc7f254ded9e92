import { getTextDirection, overwriteGetLocale } from '#locale';
import { language, languageOfDevice } from '#src/lib/language.ts';

/** What the server and the build do otherwise: beside the development server, messages carry every language. */
export function chooseInDevelopment(): void {
  document.documentElement.lang = languageOfDevice();
  document.documentElement.dir = getTextDirection(languageOfDevice());
  overwriteGetLocale(language);
}
