import type { FieldKind, ServiceType } from '#contract/service-requests-catalogue.ts';
import type { Catalogue, TypeBody } from './api.ts';

/** A question as the form has it; a new one has a negative id, and no code until it is saved. */
export type Question = {
  id: number;
  code: string;
  name: string;
  kind: FieldKind;
  required: boolean;
  choices: string[];
};
export type TypeFields = {
  name: string;
  description: string;
  product: string;
  defaultPriority: string;
  SLAMinutes: number | null;
  /** By the id of the priority; where there is none the promise of the type holds. */
  promises: Record<string, number | null | undefined>;
  estimatedTime: number | null;
  totalOperatorsRequired: string;
  priorityEnableForCustomer: boolean;
  dateRequiredEnabledForCustomer: boolean;
  assetRequest: boolean;
  approval: boolean;
  active: boolean;
  fields: Question[];
};

/** What the form begins with: the type, or what a new one usually is. */
export function fieldsOf(type: ServiceType | undefined, { products, priorities }: Catalogue): TypeFields {
  // As the server chooses where nothing is said: the middle of the usual four.
  const usual = priorities.toSorted((a, b) => Math.abs(a.sortOrder - 3) - Math.abs(b.sortOrder - 3))[0];
  return {
    name: type?.name ?? '',
    description: type?.description ?? '',
    product: String(type?.product.id ?? products[0]?.id ?? ''),
    defaultPriority: String(type?.defaultPriority.id ?? usual?.id ?? ''),
    SLAMinutes: type?.SLAMinutes ?? 0,
    promises: Object.fromEntries(
      (type?.promises ?? []).map(({ priority, minutes }) => [String(priority.id), minutes]),
    ),
    estimatedTime: type?.estimatedTime ?? 0,
    totalOperatorsRequired: String(type?.totalOperatorsRequired ?? 1),
    priorityEnableForCustomer: type?.priorityEnableForCustomer ?? true,
    dateRequiredEnabledForCustomer: type?.dateRequiredEnabledForCustomer ?? true,
    assetRequest: type?.assetRequest ?? false,
    approval: type?.approval ?? false,
    active: type?.active ?? true,
    fields: (type?.fields ?? []).map(({ id, code, name, kind, required, choices }) => ({
      id,
      code,
      name,
      kind,
      required,
      choices,
    })),
  };
}

/** A code from the question's words, which no other bears; answers are kept by it. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 80) || 'question';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(code)) return code;
  }
}

export function bodyOf(fields: TypeFields): TypeBody {
  const taken = new Set(fields.fields.map(({ code }) => code).filter(Boolean));
  return {
    name: fields.name.trim(),
    description: fields.description.trim(),
    product: { id: Number(fields.product) },
    defaultPriority: { id: Number(fields.defaultPriority) },
    SLAMinutes: fields.SLAMinutes ?? 0,
    promises: Object.entries(fields.promises).flatMap(([id, minutes]) =>
      minutes === undefined || minutes === null ? [] : [{ priority: { id: Number(id) }, minutes }],
    ),
    estimatedTime: fields.estimatedTime ?? 0,
    totalOperatorsRequired: Number(fields.totalOperatorsRequired),
    priorityEnableForCustomer: fields.priorityEnableForCustomer,
    dateRequiredEnabledForCustomer: fields.dateRequiredEnabledForCustomer,
    assetRequest: fields.assetRequest,
    approval: fields.approval,
    active: fields.active,
    fields: fields.fields.map(({ code, name, kind, required, choices }) => {
      const own = code || codeFor(name, taken);
      taken.add(own);
      return { code: own, name, kind, required, choices };
    }),
  };
}
