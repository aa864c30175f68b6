/** Organs of both tiers in time, positions, people and who acts for whom: what other rooms may use. */
export * from './accounts/index.ts';
export { endOrgan, type OrganHooks } from './endOrgan.ts';
export { type OrganLexicon, readerLexicon } from './lexicon.ts';
export { loadOrgans } from './loadOrgans.ts';
export { organRoutes } from './pages/routes.tsx';
export { organRegister } from './register.ts';
export { type OrganRegister, type Resolution, type ResolutionContext, resolveAgency } from './resolve/index.ts';
export { organsBelow, type PersonInOffice, peopleIn } from './store.ts';
export { organEventWords } from './words.ts';
