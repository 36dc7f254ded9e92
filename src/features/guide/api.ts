import { guide, type GuideStep } from '#contract/guide.ts';
import { http } from '#src/lib/http.ts';

export const fetchGuide = (signal: AbortSignal) => http('GET', '/guide', { reply: guide, signal });
export const closeGuide = (closed: boolean) => http('PUT', '/guide', { reply: guide, body: { closed } });
export const skipStep = (step: GuideStep, skipped: boolean) =>
  http('PUT', `/guide/steps/${step}`, { reply: guide, body: { skipped } });
