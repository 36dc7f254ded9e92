// The service (restarted when its source changes) and the dashboard's development server, side by side.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const children = [['tsx', 'watch', '--clear-screen=false', 'server/start.ts'], ['vite']].map(
  ([command, ...args]) => spawn('npx', [command, ...args], { cwd, stdio: 'inherit' }),
);

const stop = (signal) => children.forEach((child) => child.kill(signal));
process.on('SIGINT', () => stop('SIGINT'));
process.on('SIGTERM', () => stop('SIGTERM'));
for (const child of children)
  child.on('exit', (code) => {
    stop('SIGTERM');
    process.exitCode ||= code ?? 0;
  });
