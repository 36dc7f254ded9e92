import { defineConfig } from 'vite';

/** The service, bundled to one file; packages stay outside, in node_modules. */
export default defineConfig({
  publicDir: false,
  build: { ssr: 'server/start.ts', outDir: 'dist/server', target: 'node20', sourcemap: true },
});
