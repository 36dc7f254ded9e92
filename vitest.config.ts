import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Files of a project share what they import: most of the time went by loading the same modules for each of
// them. A test puts back what it changes in a module; databases and pages are a file's own.
const shared = { isolate: false };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'web',
          ...shared,
          testTimeout: 60_000,
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          globalSetup: './test/messages.ts',
          setupFiles: ['./test/setup-web.ts', './test/quiet-console.ts'],
        },
      },
      {
        test: {
          name: 'server',
          ...shared,
          environment: 'node',
          include: ['server/**/*.test.ts'],
          globalSetup: './test/cluster.ts',
          setupFiles: ['./test/quiet-console.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'process',
          environment: 'node',
          include: ['test/process/**/*.test.ts'],
          globalSetup: './test/build.ts',
          setupFiles: ['./test/quiet-console.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'contract',
          ...shared,
          testTimeout: 60_000,
          environment: 'node',
          include: ['contract/**/*.test.ts'],
          setupFiles: ['./test/quiet-console.ts'],
        },
      },
    ],
  },
});
