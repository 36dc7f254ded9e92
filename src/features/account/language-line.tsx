import { type RefObject, useEffect } from 'react';
import { type Language, languages } from '#contract/languages.ts';
import * as m from '#messages';
import { keepLanguage, language, languageNames } from '#src/lib/language.ts';
import classes from './language-line.module.css';
import { bringFields, takeFields } from './typed-fields.ts';

/** The languages, before anybody is known to have chosen one. What was typed, except passwords, stays. */
export function LanguageLine({ page }: { page: RefObject<HTMLElement | null> }) {
  useEffect(() => bringFields(page.current!), [page]);
  const choose = (chosen: Language) => {
    takeFields(page.current!);
    if (keepLanguage(chosen)) location.reload();
  };
  return (
    <div role="group" aria-label={m.account_language()} className={classes.line}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language()}
          className={classes.choice}
          onClick={() => choose(one)}
        >
          {languageNames[one]}
        </button>
      ))}
    </div>
  );
}
