import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  /** Whether what stands there can be searched by; half a date is not. */
  ready: (text: string) => boolean;
  onCommit: (text: string) => void;
};

/** A field that passes on only what is complete, and follows the address. */
export function DraftInput({ value, ready, onCommit, ...props }: Props) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setText(value);
  }
  return (
    <TextInput
      size="xs"
      {...props}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        if (!ready(currentTarget.value)) return;
        setSeen(currentTarget.value);
        onCommit(currentTarget.value);
      }}
      onBlur={() => !ready(text) && setText(value)}
    />
  );
}
