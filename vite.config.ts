import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { languageChunks } from './bin/language-chunks.js';
import { compileMessages, forgetMessages, messages } from './bin/messages.js';
import { languages } from './contract/languages.ts';

/**
 * The libraries every page needs stay cached over releases. Messages, one module each, travel by feature:
 * left alone they would become a hundred files of a hundred bytes.
 */
const chunkGroups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  {
    name: 'router',
    test: /node_modules\/@tanstack\/(react-router|router-core|history|react-query|query-core)\//,
  },
  // By itself, or it would come with the words of whatever counts first.
  { name: 'plural', test: /src\/paraglide\/(registry|runtime)\.js/ },
  {
    test: /src\/paraglide\/messages\//,
    debugName: 'messages',
    name: (id: string) => `messages-${/messages\/([a-z]+)_/.exec(id)?.[1] ?? 'app'}`,
  },
];

/** A build compiles messages only if nobody did; in development each change of a word is compiled. */
const words = (building: boolean): Plugin[] =>
  building
    ? [{ name: 'atrium:messages', buildStart: compileMessages }]
    : [{ name: 'atrium:messages', buildStart: forgetMessages }, paraglideVitePlugin(messages)].flat();

/** The dashboard. In development, calls go through to the server that `npm run dev` starts beside it. */
export default defineConfig(({ command }) => ({
  plugins: [
    words(command === 'build'),
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // Loaders too leave the entry: they bring a feature's queries and, with them, zod and its schemas.
      codeSplittingOptions: {
        defaultBehavior: [['loader'], ['component'], ['errorComponent'], ['notFoundComponent']],
      },
      routesDirectory: './src/routes',
      generatedRouteTree: './src/route-tree.gen.ts',
      quoteStyle: 'single',
    }),
    react(),
    languageChunks(languages),
  ],
  build: {
    outDir: 'dist/web',
    // The register of assets has the address /assets.
    assetsDir: 'static',
    target: 'es2022',
    assetsInlineLimit: 0,
    // Which words a view needs is known only in the browser, so they are asked for by the view itself.
    modulePreload: {
      polyfill: false, // all browsers that the target leaves know it, or do without
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'js' ? files.filter((file) => !file.includes('/messages-')) : files,
    },
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/external', '/data', '/docs'].map((path) => [path, `http://localhost:${process.env.PORT ?? 3000}`]),
    ),
  },
}));
