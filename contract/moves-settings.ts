import { z } from 'zod';
import { id, refOrNone, requiredText } from './wire.ts';

/** In their order; all of them. A field is known by its code; one without gets a code that is made from its name. */
const fields = z
  .array(
    z.object({
      name: requiredText(200),
      code: z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9_]{0,79}$/, 'must be a letter and then letters, digits or _')
        .optional(),
    }),
  )
  .max(50);
/** PUT /move/settings/types/{id}. A field's code never changes, for answers are kept under it. */
export const moveTypeEdit = z.object({
  id: id.optional(),
  name: requiredText(200).optional(),
  fields: fields.optional(),
});
export type MoveTypeEdit = z.output<typeof moveTypeEdit>;
/** POST /move/settings/tasks */
export const moveTaskCreate = z.object({
  name: requiredText(200),
  fields: fields.optional(),
  /** The type of service request that the task makes; null: none. */
  serviceType: refOrNone.optional(),
});
/** PUT /move/settings/tasks/{id} */
export const moveTaskEdit = moveTaskCreate.partial().extend({ id: id.optional() });
export type MoveTaskEdit = z.output<typeof moveTaskEdit>;
export type MoveFieldWrite = z.output<typeof fields>[number];
