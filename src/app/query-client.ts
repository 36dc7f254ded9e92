import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#src/lib/http.ts';

/** Trying again helps when nobody answered or the server stumbled, and never when it said no. */
export const worthRetrying = (failures: number, error: unknown) =>
  failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500);

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      // 'always': the browser's guess about being online must not leave a page waiting without a word.
      queries: { staleTime: 30_000, retry: worthRetrying, networkMode: 'always', refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
