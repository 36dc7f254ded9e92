/** What other modules may ask of cost centers. */
export { setRoomCostCenters, setUserCostCenters } from './links.ts';
export { setStandardItems } from './link-repository.ts';
