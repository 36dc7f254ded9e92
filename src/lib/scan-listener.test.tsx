import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForScans } from './scan-listener.ts';

const heard: string[] = [];
let stop = () => {};
beforeEach(() => {
  heard.length = 0;
  stop = listenForScans((text) => heard.push(text));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function Field() {
  const [value, setValue] = useState('Ann');
  return <input aria-label="Name" value={value} onChange={(event) => setValue(event.currentTarget.value)} />;
}
/** Keys at a pace, in milliseconds; what nobody prevented ends up in the focused field. */
function press(
  keys: readonly string[],
  pace: number,
  init: KeyboardEventInit = {},
  start = performance.now() + 1000,
) {
  const target = document.activeElement ?? document.body;
  let time = start;
  for (const key of keys) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    Object.defineProperty(event, 'timeStamp', { value: (time += pace) });
    if (target.dispatchEvent(event) && target instanceof HTMLInputElement && key.length === 1)
      fireEvent.input(target, { target: { value: target.value + key } });
  }
}

test('a scan into a field is heard, and the field is as before, for React too', () => {
  render(<Field />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  field.focus();
  const submitted = vi.fn();
  field.addEventListener('keydown', ({ key }) => key === 'Enter' && submitted());
  press([...'1Z5R89390357567127', 'Enter'], 4);
  expect(heard).toEqual(['1Z5R89390357567127']);
  expect(field.value).toBe('Ann');
  expect(submitted).not.toHaveBeenCalled();
});

test('what somebody was typing when the scan came stays in the field', () => {
  render(<Field />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  field.focus();
  const start = performance.now();
  press([...' Kowa'], 120, {}, start);
  press([...'1Z5R89390357567127', 'Enter'], 4, {}, start + 5 * 120 + 100);
  expect(heard).toEqual(['1Z5R89390357567127']);
  expect(field.value).toBe('Ann Kowa');
});

test('what a person types stays, and their Enter arrives', () => {
  render(<Field />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  field.focus();
  const submitted = vi.fn();
  field.addEventListener('keydown', ({ key }) => key === 'Enter' && submitted());
  press([...' Kowalska', 'Enter'], 110);
  expect(heard).toEqual([]);
  expect(field.value).toBe('Ann Kowalska');
  expect(submitted).toHaveBeenCalledOnce();
});

test('a scan with the focus on a button presses nothing and no shortcut', () => {
  vi.useFakeTimers();
  const clicked = vi.fn();
  const shortcut = vi.fn();
  render(<button onClick={clicked}>Go</button>);
  screen.getByRole('button').focus();
  window.addEventListener('keydown', shortcut);
  press([...'d5R8939', 'Enter'], 5);
  vi.advanceTimersByTime(500);
  window.removeEventListener('keydown', shortcut);
  expect(heard).toEqual(['d5R8939']);
  expect(clicked).not.toHaveBeenCalled();
  expect(shortcut).not.toHaveBeenCalled();
});

test('a single key pressed by a person reaches its shortcut after a moment', () => {
  vi.useFakeTimers();
  const keys: string[] = [];
  const listen = ({ key }: KeyboardEvent) => keys.push(key);
  window.addEventListener('keydown', listen);
  press(['d'], 0);
  expect(keys).toEqual([]);
  vi.advanceTimersByTime(100);
  press(['ArrowDown'], 0);
  window.removeEventListener('keydown', listen);
  expect(keys).toEqual(['d', 'ArrowDown']);
});

test('a held key, an input method and a password field are left alone', () => {
  const keys: string[] = [];
  const listen = ({ key }: KeyboardEvent) => keys.push(key);
  window.addEventListener('keydown', listen);
  press(['j', 'j', 'j', 'j', 'j', 'Enter'], 5, { repeat: true });
  press(['n', 'i', 'h', 'o', 'n', 'Enter'], 5, { isComposing: true });
  render(<input type="password" aria-label="Password" />);
  screen.getByLabelText('Password').focus();
  press([...'hunter2secret', 'Enter'], 5);
  window.removeEventListener('keydown', listen);
  expect(heard).toEqual([]);
  expect(keys.filter((key) => key === 'Enter')).toHaveLength(3);
});

test('the latest listener has the scans to itself until it leaves', () => {
  const above: string[] = [];
  const leave = listenForScans((text) => above.push(text));
  press([...'ABCD1234', 'Enter'], 5);
  leave();
  press([...'EFGH5678', 'Enter'], 5);
  expect([above, heard]).toEqual([['ABCD1234'], ['EFGH5678']]);
});

test('who listens for the rest hears what nobody else does, and neither fields nor dialogs', () => {
  const rest: string[] = [];
  const leave = listenForScans((text) => rest.push(text), true);
  press([...'ABCD1234', 'Enter'], 5);
  expect([rest, heard]).toEqual([[], ['ABCD1234']]);
  stop();
  press([...'EFGH5678', 'Enter'], 5);
  expect(rest).toEqual(['EFGH5678']);
  render(<Field />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  field.focus();
  press([...'SN-4711', 'Enter'], 5);
  expect(field.value).toBe('AnnSN-4711');
  field.blur();
  render(<div role="dialog" />);
  press([...'IJKL9012', 'Enter'], 5);
  leave();
  expect(rest).toEqual(['EFGH5678']);
});

test('who listens for the rest holds no key back until a scanner has been heard on this device', () => {
  stop();
  const rest: string[] = [];
  const keys: string[] = [];
  const listen = ({ key }: KeyboardEvent) => keys.push(key);
  const leave = listenForScans((text) => rest.push(text), true);
  window.addEventListener('keydown', listen);
  press(['d'], 0);
  expect(keys).toEqual(['d']);
  press([...'ABC-1234', 'Enter'], 5, {}, performance.now() + 3000);
  expect(rest).toEqual(['ABC-1234']);
  expect(keys).not.toContain('Enter');
  press([...'E4711', 'Enter'], 5, {}, performance.now() + 5000);
  window.removeEventListener('keydown', listen);
  leave();
  expect(rest).toEqual(['ABC-1234', 'E4711']);
  expect(keys).not.toContain('E');
});
