export { buildRegister, type OrganRegister } from './registerIndex.ts';
export { resolveAgency } from './resolve.ts';
export type {
  OrganLevel,
  RegisterData,
  RegisterOrgan,
  RegisterUnit,
  Resolution,
  ResolutionContext,
} from './types.ts';
