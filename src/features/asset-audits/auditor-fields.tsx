import * as m from '#messages';
import { RecordsField } from '#src/directory/record-field.tsx';
import classes from './form.module.css';

type Named = { id: number; name: string };
type Auditor = Named & { floors: Named[] };
type Props = { value: Auditor[]; onChange: (value: Auditor[]) => void; error: string | undefined };

/** Who walks, and which floors are whose; without a floor somebody walks everything. */
export function AuditorFields({ value, onChange, error }: Props) {
  return (
    <>
      <RecordsField
        label={m.audits_auditors()}
        path="/users"
        value={value}
        error={error}
        onChange={(people) =>
          onChange(
            people.map(({ id, name }) => ({
              id,
              name,
              floors: value.find((one) => one.id === id)?.floors ?? [],
            })),
          )
        }
      />
      {value.length > 0 && (
        <ul className={classes.parts} aria-label={m.audits_parts()}>
          {value.map((auditor) => (
            <li key={auditor.id}>
              <RecordsField
                label={m.audits_part_of({ name: auditor.name })}
                path="/floors"
                value={auditor.floors}
                onChange={(floors) =>
                  onChange(value.map((one) => (one.id === auditor.id ? { ...one, floors } : one)))
                }
              />
              {auditor.floors.length === 0 && <p className={classes.hint}>{m.audits_part_all()}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
