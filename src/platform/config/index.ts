export { configTable } from './configTable.ts';
export { configOptions } from './options.ts';
export { type Config, type Options, readConfig } from './readConfig.ts';
