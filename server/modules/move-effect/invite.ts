import { AppError } from '#server/lib/app-error.ts';
import type { Deps } from '#server/lib/deps.ts';
import { mailInvitation } from '#server/modules/account/service.ts';

const LEASE_SECONDS = 300;
/** A day and a half: then an administrator invites them from their page. */
const MOST_TRIES = 400;

/** Mails the invitations of accounts that moves have opened. What could not be sent is tried again. */
export async function inviteNewcomers(deps: Deps, stopping?: AbortSignal): Promise<void> {
  while (!stopping?.aborted) {
    const [claim] = await deps.db.query<{
      organisation: number;
      person: number;
      inviter: number;
      attempts: number;
    }>('SELECT * FROM claim_move_invitation($1)', [LEASE_SECONDS]);
    if (!claim) return;
    const { organisation, person, inviter, attempts } = claim;
    const caller = { id: inviter, organisation, siteAdmin: false, permissions: [] };
    try {
      await mailInvitation(deps, caller, person);
    } catch (error) {
      // Who has a password or has left needs no letter any more.
      const over = error instanceof AppError && (error.statusCode === 404 || error.statusCode === 409);
      if (!over && attempts < MOST_TRIES) {
        if (error instanceof AppError) continue;
        throw error;
      }
    }
    await deps.db.write(organisation, (tx) =>
      tx.query(
        'DELETE FROM move_invitation WHERE organisation_id = current_organisation() AND user_id = $1',
        [person],
      ),
    );
  }
}
