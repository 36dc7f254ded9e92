import { mutationOptions, useMutation } from '@tanstack/react-query';
import type { Me } from '#contract/users.ts';
import { meOptions } from '#src/directory/me.ts';
import { http } from '#src/lib/http.ts';

const own = ['phone', 'extension', 'mobile', 'knownAs'] as const;
export type OwnFields = Record<(typeof own)[number], string>;

/** What somebody may change about themselves; a missing value is an empty field. */
export const ownFields = (me: Me): OwnFields => ({
  phone: me.phone ?? '',
  extension: me.extension ?? '',
  mobile: me.mobile ?? '',
  knownAs: me.knownAs ?? '',
});

const saveProfileOptions = (id: number) =>
  mutationOptions({
    mutationKey: ['me', 'save'],
    mutationFn: (fields: OwnFields) => http('PUT', `/users/${id}`, { body: fields }),
    onSuccess: (_answer, fields, _before, { client }) => {
      client.setQueryData(meOptions.queryKey, (me) => me && { ...me, ...fields });
      return client.invalidateQueries({ queryKey: meOptions.queryKey });
    },
  });
export const useSaveProfile = (id: number) => useMutation(saveProfileOptions(id));
