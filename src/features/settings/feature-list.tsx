import '@mantine/core/styles/Switch.layer.css';
import { Switch } from '@mantine/core';
import * as m from '#messages';
import type { Feature, Organisation } from '#contract/organisation.ts';
import { notify } from '#src/ui/notify.ts';
import { useSaveOrganisation } from './queries.ts';
import classes from './settings.module.css';

const words: Record<Feature, [name: () => string, text: () => string]> = {
  mail: [m.settings_feature_mail, m.settings_feature_mail_text],
  booking: [m.booking_feature, m.booking_feature_text],
  service: [m.settings_feature_service, m.settings_feature_service_text],
  moves: [m.settings_feature_moves, m.settings_feature_moves_text],
  assets: [m.settings_feature_assets, m.settings_feature_assets_text],
  'cost-centers': [m.settings_feature_costs, m.settings_feature_costs_text],
  contacts: [m.settings_feature_contacts, m.settings_feature_contacts_text],
  agreements: [m.settings_feature_agreements, m.settings_feature_agreements_text],
  leave: [m.settings_feature_leave, m.settings_feature_leave_text],
};

/** What the organisation uses. A switch acts at once, for everybody, and can be taken back. */
export function FeatureList({ organisation }: { organisation: Organisation }) {
  const { mutate, isPending, variables } = useSaveOrganisation();
  const on = (isPending && variables.features) || organisation.features;
  const set = (features: Feature[], message: string, before?: Feature[]) =>
    mutate(
      { features },
      {
        onSuccess: () => notify({ message, ...(before && { undo: () => set(before, m.settings_undone()) }) }),
        onError: (error) => notify({ message: error.message, tone: 'danger' }),
      },
    );
  return (
    <>
      <p className={classes.hint}>{m.settings_features_text()}</p>
      <ul className={classes.list} aria-label={m.settings_features()}>
        {(Object.keys(words) as Feature[]).map((feature) => {
          const [name, text] = words[feature];
          const isOn = on.includes(feature);
          const message = isOn
            ? m.settings_feature_is_off({ name: name() })
            : m.settings_feature_is_on({ name: name() });
          const after = isOn ? on.filter((one) => one !== feature) : [...on, feature];
          return (
            <li key={feature} className={classes.feature}>
              <Switch
                size="md"
                // The whole row is its label; the text is its description, not part of its name.
                aria-label={name()}
                label={name()}
                description={text()}
                checked={isOn}
                // Not disabled while it is written: the keyboard would lose its place.
                aria-busy={isPending || undefined}
                onChange={() => isPending || set(after, message, on)}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
