import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ScanBox } from './scan-box.tsx';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps each code once; asking about a code takes its time. */
function Shelf() {
  const [kept, setKept] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  return (
    <>
      <ScanBox
        label="Scan"
        placeholder="Scan"
        onScan={async (code) => {
          if (kept.includes(code)) {
            setSaid(`${code} is here already`);
            return 'exception';
          }
          await pause(code === 'SLOW' ? 60 : 5);
          setKept([...kept, code]);
          setSaid(`${code} is in`);
        }}
      />
      <p>{kept.join(' ')}</p>
      <p role="status">{said}</p>
    </>
  );
}

test('scans are taken one after the other: the second of the same code knows the first', async () => {
  render(
    <MantineProvider>
      <Shelf />
    </MantineProvider>,
  );
  const box = screen.getByRole('textbox', { name: 'Scan' });
  for (const code of ['SLOW', 'QUICK', 'SLOW']) {
    fireEvent.change(box, { target: { value: code } });
    fireEvent.keyDown(box, { key: 'Enter' });
  }
  expect(await screen.findByText('SLOW QUICK')).toBeTruthy();
  expect(await screen.findByText('SLOW is here already')).toBeTruthy();
});
