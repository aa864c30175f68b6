/** Administrative units in time: what other rooms may use. */
export { SHIPPED_PROVINCES, type ShippedProvince } from './facts/provinces.ts';
export { loadFacts } from './loadFacts.ts';
export { fullName, searchKeyOf, titleName, typeName, type Unit, type UnitLevel, type UnitType } from './model.ts';
export { unitRoutes } from './pages/index.ts';
export { currentUnits, findUnit, getUnit, type UnitName, unitNames, unitsStandingFor } from './registerReads.ts';
