import { afterEach, beforeEach, expect, vi } from 'vitest';

// A warning nobody expected is a defect nobody looked at: any console output fails the test that made it.
const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;
let said: string[] = [];

beforeEach(() => {
  said = [];
  for (const level of levels)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      said.push(`${level}: ${words.map(String).join(' ')}`);
    });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});
