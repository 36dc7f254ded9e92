import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignaturePad } from './signature-pad.tsx';

/** jsdom draws nothing; this remembers what would have been written. */
const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  const context = new Proxy(
    {},
    {
      get: (_target, name) => (name === 'fillText' ? (text: string) => written.push(text) : () => ({})),
      set: () => true,
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation(
    () => `data:image/png;base64,${btoa(written.at(-1) ?? 'strokes')}`,
  );
  vi.stubGlobal('PointerEvent', MouseEvent);
});
afterEach(() => vi.unstubAllGlobals());

function show(name?: string) {
  const onChange = vi.fn();
  render(
    <MantineProvider env="test">
      <SignaturePad label="Signature of the collector" onChange={onChange} name={name} />
    </MantineProvider>,
  );
  return { user: userEvent.setup(), onChange };
}

test('whoever cannot draw types their name; an empty name is no signature', async () => {
  const { user, onChange } = show();
  expect(screen.getByRole('group', { name: 'Signature of the collector' })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Type' }));
  expect(onChange).toHaveBeenLastCalledWith(null);
  await user.type(screen.getByLabelText('Full name'), 'Ada L ');
  expect(written.at(-1)).toBe('Ada L');
  expect(onChange).toHaveBeenLastCalledWith(`data:image/png;base64,${btoa('Ada L')}`);
  await user.clear(screen.getByLabelText('Full name'));
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test('a known collector is offered, and counts only once the way is chosen', async () => {
  const { user, onChange } = show('Marta Kowalczyk');
  expect(onChange).not.toHaveBeenCalled();
  await user.click(screen.getByRole('radio', { name: 'Type' }));
  expect(onChange).toHaveBeenLastCalledWith(`data:image/png;base64,${btoa('Marta Kowalczyk')}`);
  await user.click(screen.getByRole('radio', { name: 'Draw' }));
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test('a stroke makes a signature, Clear takes it away', async () => {
  const { user, onChange } = show();
  expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
  const paper = screen.getByRole('img', { name: /Sign here/ });
  const at = (x: number) => ({ clientX: x, clientY: 20, button: 0, buttons: 1, bubbles: true });
  fireEvent(paper, Object.assign(new MouseEvent('pointerdown', at(5)), { pointerId: 1, isPrimary: true }));
  fireEvent(window, Object.assign(new MouseEvent('pointermove', at(60)), { pointerId: 1, isPrimary: true }));
  fireEvent(
    window,
    Object.assign(new MouseEvent('pointerup', { ...at(60), buttons: 0 }), { pointerId: 1, isPrimary: true }),
  );
  expect(onChange).toHaveBeenLastCalledWith(`data:image/png;base64,${btoa('strokes')}`);
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(onChange).toHaveBeenLastCalledWith(null);
});
