import * as m from '#messages';

/** What is asked, in a line. */
export const fieldWords = (fields: readonly { name: string }[]): string =>
  fields.length === 0 ? m.move_settings_no_fields() : fields.map(({ name }) => name).join(', ');
