import { Select } from '@mantine/core';
import { isLanguage, languages } from '#contract/languages.ts';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { useChooseLanguage } from '#src/directory/use-language.ts';
import { languageNames } from '#src/lib/language.ts';

/** Applies at once: the page comes again in the other language. */
export function LanguageField({ me }: { me: Me }) {
  const choose = useChooseLanguage(me);
  const options = [
    { value: '', label: m.account_language_browser() },
    ...languages.map((one) => ({ value: one, label: languageNames[one] })),
  ];
  return (
    <Select
      label={m.account_language()}
      data={options}
      value={me.language ?? ''}
      allowDeselect={false}
      disabled={choose.isPending}
      renderOption={({ option }) => <span lang={option.value || undefined}>{option.label}</span>}
      onChange={(value) => choose.mutate(isLanguage(value) ? value : null)}
    />
  );
}
