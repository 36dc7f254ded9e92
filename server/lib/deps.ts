import type { Config } from '#server/config.ts';
import type { Database } from './database.ts';
import type { Events } from './events.ts';
import type { FileStore } from './files.ts';
import type { Mailer } from './mailer.ts';

/** What every module is given; built by start.ts, and by the tests with a database of their own. */
export type Deps = {
  config: Config;
  db: Database;
  files: FileStore;
  mailer: Mailer;
  events: Events;
  /** Validates every answer against its declared schema: in tests. */
  checkAnswers?: boolean;
};
