import { mutationOptions, type QueryClient, useMutation } from '@tanstack/react-query';
import type { Permission } from '#contract/users.ts';
import { meOptions } from '#src/directory/me.ts';
import * as api from './api.ts';
import { peopleKey, rolesOptions } from './queries.ts';

/** One's own name, picture and roles stand in the frame of the page too. */
const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: peopleKey }),
    client.invalidateQueries({ queryKey: meOptions.queryKey }),
  ]);

const createOptions = mutationOptions({
  mutationFn: ({ body, key }: { body: object; key: string }) => api.createPerson(body, key),
  onSuccess: (_person, _asked, _before, { client }) => refresh(client),
});
export const useCreatePerson = () => useMutation(createOptions);

const saveOptions = mutationOptions({
  mutationFn: ({ id, body }: { id: number; body: object }) => api.savePerson(id, body),
  onSuccess: (_person, _asked, _before, { client }) => refresh(client),
});
export const useSavePerson = () => useMutation(saveOptions);

const removeOptions = mutationOptions({
  mutationFn: (id: number) => api.removePerson(id),
  onSuccess: (_answer, _id, _before, { client }) => {
    void client.invalidateQueries({ queryKey: peopleKey, refetchType: 'none' });
  },
});
export const useRemovePerson = () => useMutation(removeOptions);

const restoreOptions = mutationOptions({
  mutationFn: (id: number) => api.restorePerson(id),
  onSuccess: (_person, _id, _before, { client }) => refresh(client),
});
export const useRestorePerson = () => useMutation(restoreOptions);

const inviteOptions = mutationOptions({
  mutationFn: (id: number) => api.invitePerson(id),
  onSuccess: (_answer, _id, _before, { client }) => refresh(client),
});
export const useInvite = () => useMutation(inviteOptions);

const photographOptions = mutationOptions({
  mutationFn: ({ id, image, fileName }: { id: number; image: string; fileName: string }) =>
    api.sendPhotograph(id, image, fileName),
  onSuccess: (_person, _asked, _before, { client }) => refresh(client),
});
export const useSendPhotograph = () => useMutation(photographOptions);

/** The whole set that a person holds from now on; shown at once, and as before when the server refuses. */
const rolesMutation = mutationOptions({
  mutationFn: ({ id, held }: { id: number; held: readonly Permission[] }) => api.setRoles(id, held),
  onMutate: async ({ id, held }, { client }) => {
    const { queryKey } = rolesOptions(id);
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData(queryKey);
    client.setQueryData(queryKey, [...held]);
    return { before };
  },
  onError: (_error, { id }, context, { client }) => {
    if (context?.before) client.setQueryData(rolesOptions(id).queryKey, context.before);
  },
  onSettled: (_answer, _error, _asked, _before, { client }) => refresh(client),
});
export const useSetRoles = () => useMutation(rolesMutation);

/** What somebody holds now, read anew: others change roles too. */
export const heldNow = (client: QueryClient, id: number) =>
  client.query({ ...rolesOptions(id), staleTime: 0 });
