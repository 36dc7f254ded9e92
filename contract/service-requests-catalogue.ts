import { z } from 'zod';
import { bool, epochMs, id, idsFilter, listQuery, ref, refOrNone, requiredText, text } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });
const dates = { dateCreated: epochMs, dateUpdated: epochMs };

/** 0 to 255 each. */
const share = z.int().min(0).max(255);
export const color = z.object({ red: share, green: share, blue: share });
/** High: sortOrder 1 and 2; everything above is low. */
export const HIGH_UNTIL = 2;
export const priority = named.extend({
  sortOrder: z.int(),
  color: z.union([color, z.strictObject({})]),
  ...dates,
});
export type Priority = z.infer<typeof priority>;

export const fieldKinds = ['text', 'number', 'choice', 'date', 'yes-no'] as const;
export type FieldKind = (typeof fieldKinds)[number];
/** A question of a type's own. `choices` only with kind choice. */
export const serviceField = z.object({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(fieldKinds),
  required: z.boolean(),
  sortOrder: z.int(),
  choices: z.array(z.string()),
});
export type ServiceField = z.infer<typeof serviceField>;

const product = named.extend({ sortOrder: z.int().optional(), ...dates });
/** With the category it is in, if any. */
export const serviceProduct = product.extend({ category: named.optional() });
export type ServiceProduct = z.infer<typeof serviceProduct>;
export const serviceCategory = named.extend({
  center: named,
  sortOrder: z.int(),
  products: z.array(product),
  ...dates,
});
export type ServiceCategory = z.infer<typeof serviceCategory>;

export const serviceType = named.extend({
  description: z.string(),
  /** The documents' word for the kind of thing, such as "ship". */
  type: z.string(),
  product: serviceProduct,
  defaultPriority: priority,
  /** Minutes of opening hours promised; 0: none. */
  SLAMinutes: z.int(),
  /** Where the urgency makes it another time. */
  promises: z.array(z.object({ priority: named, minutes: z.int() })),
  /** Minutes of work. */
  estimatedTime: z.int(),
  totalOperatorsRequired: z.int(),
  priorityEnableForCustomer: z.boolean(),
  dateRequiredEnabledForCustomer: z.boolean(),
  assetRequest: z.boolean(),
  /** A manager approves before anybody works. */
  approval: z.boolean(),
  /** Offered when something new is asked for. */
  active: z.boolean(),
  fields: z.array(serviceField),
  ...dates,
});
export type ServiceType = z.infer<typeof serviceType>;

/** GET /service/catalogue: what may be asked for, as a tree; `center` undefined for products in no category. */
export const serviceCatalogue = z.object({
  categories: z.array(
    named.extend({ center: named, products: z.array(named.extend({ types: z.array(serviceType) })) }),
  ),
  /** In no category. */
  products: z.array(named.extend({ types: z.array(serviceType) })),
  priorities: z.array(priority),
  centers: z.array(named),
});
export type ServiceCatalogue = z.infer<typeof serviceCatalogue>;

const order = z.int().min(-2_000_000_000).max(2_000_000_000);
const minutes = z.int().min(0).max(1_000_000);
export const priorityCreate = z.object({
  name: requiredText(200),
  sortOrder: order,
  color: color.nullish(),
});
export const priorityEdit = priorityCreate.partial().extend({ id: id.optional() });
export const categoryCreate = z.object({
  name: requiredText(200),
  center: ref,
  sortOrder: order.optional(),
});
export const categoryEdit = categoryCreate.partial().extend({ id: id.optional() });
export const productCreate = z.object({
  name: requiredText(200),
  category: refOrNone.optional(),
  sortOrder: order.nullish(),
});
export const productEdit = productCreate.partial().extend({ id: id.optional() });

/** A question as it is sent. One with the code of a question that is there changes it; the others are dropped. */
const fieldWrite = z
  .object({
    code: requiredText(100),
    name: requiredText(200),
    kind: z.enum(fieldKinds).default('text'),
    required: bool.default(false),
    choices: z.array(requiredText(200)).max(200).default([]),
  })
  .superRefine(({ kind, choices }, context) => {
    if ((kind === 'choice') !== choices.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['choices'],
        message: 'must be there for kind choice, and only then',
      });
    if (new Set(choices).size < choices.length)
      context.addIssue({ code: 'custom', path: ['choices'], message: 'must all be different' });
  });
const typeWrite = {
  description: text(4000).nullish(),
  type: text(200).nullish(),
  defaultPriority: refOrNone.optional(),
  SLAMinutes: minutes.optional(),
  promises: z
    .array(z.object({ priority: ref, minutes }))
    .max(50)
    .optional(),
  estimatedTime: minutes.optional(),
  totalOperatorsRequired: z.int().min(1).max(100).optional(),
  priorityEnableForCustomer: bool.optional(),
  dateRequiredEnabledForCustomer: bool.optional(),
  assetRequest: bool.optional(),
  approval: bool.optional(),
  active: bool.optional(),
  /** In their order; all of them. */
  fields: z.array(fieldWrite).max(50).optional(),
};
/** The documents spell `product` with a capital in one sample: both are taken. */
export const typeCreate = z.preprocess(
  (body) =>
    typeof body === 'object' && body && !Array.isArray(body) && 'Product' in body && !('product' in body)
      ? { ...body, product: body.Product }
      : body,
  z.object({ name: requiredText(200), product: ref, ...typeWrite }),
);
export const typeEdit = z.object({
  id: id.optional(),
  name: requiredText(200).optional(),
  product: ref.optional(),
  ...typeWrite,
});
export type TypeWrite = z.output<typeof typeEdit>;

export const holdReason = named.extend({ center: named, sortOrder: z.int(), ...dates });
export type HoldReason = z.infer<typeof holdReason>;
/** GET /service/hold-reasons */
export const holdReasonQuery = listQuery.extend({ centerId: idsFilter });

/** GET /maintenance/priorities/{id}/earliestRequiredDate */
const given = z.preprocess((value) => (value === '' ? undefined : value), id.optional());
/** Both are required; a priority that there is not is told first. */
export const earliestQuery = z.object({ typeId: given, centerId: given });
export const earliestDate = z.object({ time: epochMs });
