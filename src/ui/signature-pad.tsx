import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { DrawnSignature } from './drawn-signature.tsx';
import classes from './signature-pad.module.css';
import { typedSignature } from './typed-signature.ts';

export type SignaturePadProps = {
  /** What is signed for, for screen readers: "Signature of the collector". */
  label: string;
  /** A PNG data URL, or null while nothing is signed. */
  onChange: (signature: string | null) => void;
  /** Fills the typed alternative. */
  name?: string | undefined;
};

/** A signature by finger, pen or mouse; or a typed name, for whoever cannot draw. Dark ink on white always. */
export function SignaturePad({ label, onChange, name = '' }: SignaturePadProps) {
  const [way, setWay] = useState('draw');
  const [typed, setTyped] = useState(name);
  const change = (next: string) => {
    setTyped(next);
    onChange(next.trim() ? typedSignature(next.trim()) : null);
  };
  const changeWay = (next: string) => {
    setWay(next);
    onChange(next === 'type' && typed.trim() ? typedSignature(typed.trim()) : null);
  };
  return (
    <div role="group" aria-label={label} className={classes.root}>
      <SegmentedControl
        size="xs"
        value={way}
        onChange={changeWay}
        aria-label={m.ui_signature_how()}
        data={[
          { value: 'draw', label: m.ui_signature_draw() },
          { value: 'type', label: m.ui_signature_type() },
        ]}
      />
      {way === 'draw' ? (
        <DrawnSignature onChange={onChange} />
      ) : (
        <>
          <TextInput
            label={m.ui_signature_name()}
            description={m.ui_signature_name_hint()}
            value={typed}
            autoComplete="off"
            onChange={(event) => change(event.currentTarget.value)}
          />
          <div className={classes.paper} data-typed aria-hidden="true">
            {typed}
          </div>
        </>
      )}
    </div>
  );
}
