import { type ComponentPropsWithRef, type ReactNode, useId, useState } from 'react';
import * as m from '#messages';
import classes from './basic-field.module.css';

type FieldProps = {
  label: string;
  /** Said before anybody can get it wrong. */
  hint?: string;
  error?: string | undefined;
};

/** A text field of the pages that load before Mantine does. Label, hint and error are tied to the control. */
export function BasicField({ label, hint, error, ...props }: ComponentPropsWithRef<'input'> & FieldProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input {...props} {...described(id, hint, error)} className={classes.control} />
    </Frame>
  );
}

export function BasicPasswordField({
  label,
  hint,
  error,
  ...props
}: ComponentPropsWithRef<'input'> & FieldProps) {
  const id = useId();
  const [visible, setVisible] = useState(false);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <span className={classes.password}>
        <input
          name="password"
          {...props}
          {...described(id, hint, error)}
          type={visible ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          className={classes.control}
        />
        <button
          type="button"
          className={classes.reveal}
          aria-pressed={visible}
          aria-label={m.ui_show_password()}
          onClick={() => setVisible(!visible)}
        >
          <svg
            width="18"
            height="18"
            viewBox="0 0 20 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Z" />
            <circle cx="10" cy="10" r="2.2" />
            {visible && <path d="m4 16.5 12-13" strokeLinecap="round" />}
          </svg>
        </button>
      </span>
    </Frame>
  );
}

type SelectProps = ComponentPropsWithRef<'select'> &
  FieldProps & { options: { value: string; label: string }[] };

export function BasicSelect({ label, hint, error, options, ...props }: SelectProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select {...props} {...described(id, hint, error)} className={classes.control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

const described = (id: string, hint: string | undefined, error: string | undefined) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
});

type FrameProps = FieldProps & { id: string; children: ReactNode };

function Frame({
  id,
  label,
  hint,
  error,
  children,
}: Omit<FrameProps, 'hint'> & { hint: string | undefined }) {
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={classes.hint}>
          {hint}
        </span>
      )}
      {children}
      {error && (
        <span id={`${id}-error`} className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}
