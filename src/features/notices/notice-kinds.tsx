import { Checkbox } from '@mantine/core';
import { type AppNoticeKind, emailChoices, emailChoicesOf, type NoticeChoice } from '#contract/notices.ts';
import type { Feature } from '#contract/organisation.ts';
import * as m from '#messages';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { kindLabels } from './kinds.ts';
import classes from './notices.module.css';

/** Kinds whose feature is switched off are not asked about. */
const features: Record<AppNoticeKind, Feature> = {
  'parcel-arrived': 'mail',
  'parcel-waiting': 'mail',
  'parcel-collected': 'mail',
  booking: 'booking',
  'booking-invitation': 'booking',
  'booking-approval': 'booking',
  'space-free': 'booking',
  'request-progress': 'service',
  'request-comment': 'service',
  'request-work': 'service',
  'request-approval': 'service',
  'move-approval': 'moves',
  'move-progress': 'moves',
  'move-message': 'moves',
  'loan-due': 'assets',
  'loan-reservation': 'assets',
  'asset-check': 'assets',
  audit: 'assets',
  'leave-progress': 'leave',
  'leave-approval': 'leave',
  'leave-stand-in': 'leave',
};
const emailLabels = {
  now: m.news_email_now,
  digest: m.news_email_digest,
  never: m.news_email_never,
};

type Props = {
  choices: readonly NoticeChoice[];
  /** What is on its way to the server, shown as chosen. */
  saving: readonly NoticeChoice[] | undefined;
  onChange: (choice: NoticeChoice, before: NoticeChoice) => void;
};

/** Each kind with its two choices, which hold at once. */
export function NoticeKinds({ choices, saving, onChange }: Props) {
  const me = useMe();
  return (
    <table className={classes.kinds}>
      <thead>
        <tr>
          <th scope="col">{m.news_settings_kind()}</th>
          <th scope="col">{m.news_settings_in_app()}</th>
          <th scope="col">{m.news_settings_email()}</th>
        </tr>
      </thead>
      <tbody>
        {choices
          .filter(({ kind }) => uses(me, features[kind]))
          .map((before) => {
            const { kind, inApp, email } = saving?.find((one) => one.kind === before.kind) ?? before;
            const [label, text] = kindLabels[kind];
            return (
              <tr key={kind}>
                <th scope="row">
                  {label()}
                  <span className={classes.text} style={{ display: 'block' }}>
                    {text()}
                  </span>
                </th>
                <td data-label={m.news_settings_in_app()}>
                  <Checkbox
                    checked={inApp}
                    aria-label={m.news_settings_in_app_of({ kind: label() })}
                    onChange={(event) => onChange({ ...before, inApp: event.currentTarget.checked }, before)}
                  />
                </td>
                <td data-label={m.news_settings_email()}>
                  <select
                    value={email}
                    aria-label={m.news_settings_email_of({ kind: label() })}
                    onChange={({ currentTarget: { value } }) =>
                      onChange({ ...before, email: emailChoices.find((one) => one === value)! }, before)
                    }
                  >
                    {emailChoicesOf(kind).map((one) => (
                      <option key={one} value={one}>
                        {emailLabels[one]()}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
