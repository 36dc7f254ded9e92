import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { uses } from './features.ts';
import { meOptions, worksIn } from './me.ts';
import { managesAssets, managesBookings, managesCenters, managesService } from './rights.ts';

/** Settings are for those too who run a center. */
export async function requireSettings(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!managesCenters(me)) throw redirect({ to: '/', replace: true });
}

/** Screens of the organisation's administrators; anybody else is led to the start. */
export async function requireSiteAdmin(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!me.siteAdmin) throw redirect({ to: '/', replace: true });
}

/** Screens of those who run space booking; anybody else who books is led to the day. */
export async function requireBookingManager(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!uses(me, 'booking')) throw redirect({ to: '/', replace: true });
  if (!managesBookings(me)) throw redirect({ to: '/bookings', replace: true });
}

/** Screens of those who run service requests. */
export async function requireServiceManager(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!uses(me, 'service') || !managesService(me)) throw redirect({ to: '/', replace: true });
}

/** Screens of those who work on service requests. */
export async function requireServiceCrew(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!uses(me, 'service') || !worksIn(me, 'maintenance')) throw redirect({ to: '/', replace: true });
}

/** Screens of those who run an asset center. */
export async function requireAssetManager(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!uses(me, 'assets') || !managesAssets(me)) throw redirect({ to: '/', replace: true });
}
