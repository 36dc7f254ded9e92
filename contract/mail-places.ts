import { z } from 'zod';
import { mailStop, route } from './mail.ts';
import { bool, ref, refOrNone, requiredText } from './wire.ts';

// What managers of the desk keep: routes with their stops in order, stops, racks.

const fields = {
  name: requiredText(200),
  forShipping: bool.optional(),
  stops: z.array(ref).max(1000).optional(),
};
/** POST /mail/routes → 201 */
export const routeCreate = z.object(fields);
/** PUT /mail/routes/{id}: what is absent stays; `stops` are all of them, in order. */
export const routeEdit = z.object({ ...fields, name: fields.name.optional() });
export type RouteEdit = z.infer<typeof routeEdit>;
/** GET /mail/routes/{id}, and the answer of both */
export const routeWithStops = route.extend({ stops: z.array(mailStop) });

/** POST and PUT /mail/mailstops */
export const stopWrite = z.object({ name: requiredText(200) });

const sortOrder = z.int().min(0).max(1_000_000).optional();
/** POST /mail/locations → 201 */
export const locationCreate = z.object({ name: requiredText(200), sortOrder, center: refOrNone.optional() });
/** PUT /mail/locations/{id} */
export const locationEdit = z.object({
  name: requiredText(200).optional(),
  sortOrder,
  center: refOrNone.optional(),
});
export type LocationEdit = z.infer<typeof locationEdit>;

/** POST /mail/packageTypes → 201. Its code is made from the name. */
export const packageTypeCreate = z.object({ name: requiredText(200), sortOrder });
/** PUT /mail/packageTypes/{id} */
export const packageTypeEdit = z.object({ name: requiredText(200).optional(), sortOrder });
/** POST and PUT /mail/couriers */
export const courierWrite = z.object({ name: requiredText(200) });
/** PUT /mail/packageTypes/order and /mail/locations/order: these come first, in this order. */
export const orderWrite = z.array(ref).max(1000);
