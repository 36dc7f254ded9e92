import { afterEach, expect, test } from 'vitest';
import { keepBusyFocus } from './busy-focus.ts';

const told = () => new Promise((done) => setTimeout(done));
const stage = () => {
  document.body.innerHTML = '<button>Invite</button><input>';
  return { button: document.querySelector('button')!, field: document.querySelector('input')! };
};
let end: () => void;
afterEach(() => end());

test('the focus comes back to a button that was busy', async () => {
  const { button, field } = stage();
  end = keepBusyFocus();
  button.focus();
  button.disabled = true;
  await told();
  // A browser takes the focus by itself.
  field.focus();
  field.blur();
  expect(document.activeElement).toBe(document.body);
  button.disabled = false;
  await told();
  expect(document.activeElement).toBe(button);
});

test('a focus that has gone elsewhere meanwhile stays there', async () => {
  const { button, field } = stage();
  end = keepBusyFocus();
  button.focus();
  button.disabled = true;
  await told();
  field.focus();
  button.disabled = false;
  await told();
  expect(document.activeElement).toBe(field);
});
