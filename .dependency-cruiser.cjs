/** The room rules: who may import what. ARCHITECTURE.md tells why. */
const rooms =
  'units|organs|calendar|directives|tasks|petitions|reminders|reports|dossiers|simulation|readiness|rehearsals|handover|portal|overview|audit|help';
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel has no I/O and no clock: it imports only itself and pure libraries.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { pathNot: '^src/kernel/|^node_modules/(temporal-polyfill|temporal-spec|fast-check|vitest)' },
    },
    {
      name: 'reader-is-pure',
      comment: 'The reader turns text into a reading; it sees the kernel and itself, never the database or the files.',
      severity: 'error',
      from: { path: '^src/directives/reader/', pathNot: '\\.(test|bench)\\.ts$' },
      to: { pathNot: '^src/(directives/reader|kernel)/|^node_modules/' },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${rooms})/` },
    },
    {
      name: 'ui-knows-no-business',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: `^src/(${rooms}|platform)/` },
    },
    {
      name: 'rooms-by-their-index',
      comment: 'A room uses another room only through its index.ts.',
      severity: 'error',
      from: { path: `^src/(${rooms})/` },
      to: { path: `^src/(${rooms})/(?!index\\.tsx?$)`, pathNot: '^src/$1/' },
    },
    {
      name: 'units-below-all',
      severity: 'error',
      from: { path: '^src/units/' },
      to: { path: '^src/(organs|calendar|directives|tasks|petitions|dossiers|overview|audit|portal)/' },
    },
    {
      name: 'organs-know-units-only',
      severity: 'error',
      from: { path: '^src/organs/' },
      to: { path: '^src/(calendar|directives|tasks|petitions|dossiers|overview|audit|portal)/' },
    },
    {
      name: 'directives-below-tasks',
      severity: 'error',
      from: { path: '^src/directives/' },
      to: { path: '^src/(tasks|petitions|dossiers|overview|audit|portal)/' },
    },
    {
      name: 'reminders-above-the-rest',
      comment:
        'Reminders look at what tasks, petitions and directives keep; none of these knows that it is reminded of.',
      severity: 'error',
      from: { path: '^src/(units|organs|directives|tasks|petitions)/' },
      to: { path: '^src/reminders/' },
    },
    {
      name: 'reports-above-the-rest',
      comment: 'Reports count what tasks and petitions keep; none of these knows that it is counted.',
      severity: 'error',
      from: { path: '^src/(units|organs|directives|tasks|petitions)/' },
      to: { path: '^src/reports/' },
    },
    {
      name: 'rules-have-no-io',
      comment: 'model.ts holds pure rules.',
      severity: 'error',
      from: { path: '/model\\.ts$' },
      to: { path: '^src/platform/|/(store|pages|api)' },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      from: { pathNot: '\\.(test|bench)\\.tsx?$|^test/' },
      to: { path: '\\.test\\.tsx?$|^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^dist/' },
  },
};
