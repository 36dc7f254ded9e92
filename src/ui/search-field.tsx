import { TextInput } from '@mantine/core';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import { SearchIcon } from './icons.tsx';

type Props = {
  label: string;
  placeholder?: string;
  value: string;
  box?: Ref<HTMLInputElement>;
  className?: string | undefined;
  /** How long a pause in typing is, in milliseconds; short where the server answers within it. */
  pause?: number;
  onChange: (text: string) => void;
};

/** Asks once the typing pauses; going back in history brings the older text back. */
export function SearchField({ label, placeholder, value, box, className, pause = 200, onChange }: Props) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== sent) {
    setSent(value);
    setText(value);
  }
  const send = useEffectEvent(() => {
    setSent(text.trim());
    onChange(text.trim());
  });
  useEffect(() => {
    if (text.trim() === sent) return;
    const timer = setTimeout(() => send(), pause);
    return () => clearTimeout(timer);
  }, [text, sent, pause]);
  return (
    <TextInput
      ref={box ?? null}
      type="search"
      size="xs"
      className={className}
      aria-label={label}
      placeholder={placeholder ?? label}
      leftSection={<SearchIcon size={15} />}
      value={text}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
