import { useId } from 'react';
import classes from './choice.module.css';

type Props<Id extends number | string> = {
  label: string;
  value: Id | undefined;
  options: readonly { id: Id; name: string }[];
  /** What stands for no choice. */
  none: string;
  onChange: (id: Id | undefined) => void;
  /** In a form the label stands above; in a line it stands inside the frame. */
  layout?: 'line' | 'form';
  error?: string | undefined;
};

/** One of a catalogue, by the browser's own list: quick to draw by the hundred, and right on every phone. */
export function Choice<Id extends number | string>(props: Props<Id>) {
  const { label, value, options, none, onChange, layout = 'form', error } = props;
  const id = useId();
  const known = options.some((option) => option.id === value);
  return (
    <div className={classes.choice} data-layout={layout} data-set={known || undefined}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <select
        id={id}
        className={classes.select}
        value={known ? value : ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) =>
          onChange(options.find((option) => String(option.id) === event.currentTarget.value)?.id)
        }
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      {error && (
        <span id={`${id}-error`} className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}
