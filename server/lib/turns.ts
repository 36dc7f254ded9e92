// Waiting within the process instead of in the database, where whoever waits holds a connection that others need.

/**
 * Lets `most` at a time through for each key; the others wait in order. Answers a function that runs `work` when its turn
 * has come.
 */
export function gate<K>(most: number) {
  const lines = new Map<K, { inside: number; waiting: (() => void)[] }>();
  return async <T>(key: K, work: () => Promise<T>): Promise<T> => {
    const line = lines.get(key) ?? { inside: 0, waiting: [] };
    lines.set(key, line);
    // Who leaves hands the place on, so nobody who comes in between takes it.
    if (line.inside >= most) await new Promise<void>((go) => line.waiting.push(go));
    else line.inside += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else if ((line.inside -= 1) === 0) lines.delete(key);
    }
  };
}

/**
 * Questions that many ask at once: whoever asks while an answer is being looked up shares the next look with all the others
 * who do. No answer is older than the question.
 */
export function sharedLooks<T>() {
  const running = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<T>>();
  return (key: string, look: () => Promise<T>): Promise<T> => {
    const begin = () => {
      next.delete(key);
      const answer = look();
      const settled = answer
        .catch(() => {})
        .then(() => {
          if (running.get(key) === settled) running.delete(key);
        });
      running.set(key, settled);
      return answer;
    };
    const known = next.get(key) ?? (running.get(key) ?? Promise.resolve()).then(begin);
    next.set(key, known);
    return known;
  };
}
