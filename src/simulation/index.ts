/** A month of a province's traffic through the real use cases, for rehearsals, demonstrations and measurements. */
export { type Counts, type SimulateOptions, simulate } from './simulate.ts';
