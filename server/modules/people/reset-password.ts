import { AppError, forbidden } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { mailPasswordReset } from '#server/modules/account/service.ts';
import { userById } from './find-users.ts';

/** Mails a person the link with which they choose a new password; their old one works until then. */
export async function resetPassword(deps: Deps, caller: Caller, id: number): Promise<string> {
  if (!caller.siteAdmin && caller.id !== id) throw forbidden();
  const user = await userById(deps, caller, id);
  const sent = await mailPasswordReset(deps, caller.organisation, id).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    throw new AppError(
      503,
      'mail.server-unavailable',
      'The e-mail server did not take the message. Try again in a few minutes.',
      { retryAfter: 300 },
    );
  });
  if (!sent)
    throw new AppError(429, 'people.too-many-resets', 'This person has been sent several links already.', {
      retryAfter: 3600,
    });
  return user;
}
