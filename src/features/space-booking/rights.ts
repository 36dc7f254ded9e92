export { managesBookings } from '#src/directory/rights.ts';
