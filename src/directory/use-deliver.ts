import { mutationOptions, useMutation } from '@tanstack/react-query';
import { deliverItems, type Delivery } from './mail-calls.ts';
import { mailKeys } from './mail-queries.ts';

const deliverOptions = mutationOptions({
  mutationFn: ({ deliveries, key }: { deliveries: readonly Delivery[]; key: string }) =>
    deliverItems(deliveries, key),
  onSuccess: (items, _deliveries, _before, { client }) => {
    for (const item of items) client.setQueryData(mailKeys.item(item.id), item);
  },
  onSettled: (_items, _error, _deliveries, _before, { client }) =>
    client.invalidateQueries({ queryKey: mailKeys.all }),
});
/** All or nothing: one refused item leaves every one where it was. */
export const useDeliver = () => useMutation(deliverOptions);
