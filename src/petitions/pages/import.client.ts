/** The page of a table that is being taken in looks again by itself until it is done. */
const EVERY_MS = 1_200;

if (document.querySelector('[data-import-runs]')) setTimeout(() => location.reload(), EVERY_MS);
