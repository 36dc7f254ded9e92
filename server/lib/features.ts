import { features } from '#contract/organisation.ts';

/** SQL: the features that the organisation of this alias has switched on, in the order of the contract. */
export const featuresOn = (of: string) =>
  `ARRAY(SELECT name FROM unnest('{${features.join(',')}}'::text[]) WITH ORDINALITY AS feature (name, nth)
    WHERE name <> ALL (${of}.features_off) ORDER BY nth)`;
