/** Administrative units in time: what other rooms may use. */
export { SHIPPED_PROVINCES } from './facts/provinces.ts';
export { importUnits, type RegisterFile } from './importUnits.ts';
export { loadFacts } from './loadFacts.ts';
export {
  displayName,
  type Link,
  searchKeyOf,
  timeWalker,
  titleName,
  typeName,
  type Unit,
  type UnitLevel,
  type UnitType,
} from './model.ts';
export { unitRoutes } from './pages/routes.tsx';
export { RegisterFault } from './register/registerFault.ts';
export type { SaveReport } from './register/saveRegister.ts';
export {
  communesOf,
  findProvince,
  findUnit,
  getUnit,
  provinceRegister,
  type UnitName,
  unitNames,
  unitsStandingFor,
} from './registerReads.ts';
