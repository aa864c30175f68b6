/** Administrative units in time: what other rooms may use. */
export { type BoundaryReport, boundariesOn, loadBoundaries, type UnitBoundary } from './boundaries/loadBoundaries.ts';
export { BoundaryFault } from './boundaries/read.ts';
export { importUnits, type RegisterFile } from './importUnits.ts';
export { loadFacts } from './loadFacts.ts';
export {
  displayName,
  type Link,
  titleName,
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
} from './registerReads.ts';
