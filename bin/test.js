/** `npm test`: builds, runs every test (unit and database, then browser), and ends with the line `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { ensureBuilt } from './build.js';
import { findChromium, installChromium } from './chromium.js';
import { onNode24, ROOT } from './node24.js';

await onNode24(async () => {
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'thongsuot-results-'));
  // Before all tests: some of the unit tests look into a browser too.
  const chromium = findChromium() ?? installChromium();
  const counts = [
    await unitTests(join(folder, 'unit.json')),
    await browserTests(join(folder, 'browser.json'), chromium),
  ];
  rmSync(folder, { recursive: true, force: true });
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  // Said again at the end: whoever sees only the last lines of a long log knows where to look.
  for (const { failures } of counts) for (const failure of failures) console.log(`FAILED ${failure}`);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
});

async function unitTests(file) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('node_modules/vitest/vitest.mjs', args);
  const result = read(file);
  const passed = result?.numPassedTests ?? 0;
  // A file that does not load has no tests to count, yet it failed.
  const broken =
    result?.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0) ?? [];
  const failures = broken.map(({ name, message }) => inOneLine(name, message));
  for (const { name, assertionResults } of result?.testResults ?? [])
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') failures.push(inOneLine(name, fullName, failureMessages[0]));
  const skipped = (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  return { passed, failed: atLeastOne(failures.length, code), skipped, failures };
}

async function browserTests(file, chromium) {
  const folder = join(ROOT, 'test/e2e');
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith('.spec.ts')))
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const playwright = (...args) => run('node_modules/@playwright/test/cli.js', ['test', ...args], env);
  if (!chromium) {
    await playwright('--list', '--reporter=json');
    const skipped = specsOf(read(file)?.suites).length;
    console.error('\n'.padEnd(60, '!'));
    console.error(`KHÔNG CHẠY ${skipped} bài kiểm thử trên trình duyệt: không có Chromium và không cài được.`);
    console.error(`${skipped} BROWSER TESTS WERE SKIPPED: no Chromium here. Install one, or set CHROMIUM_PATH.`);
    console.error(`${''.padEnd(60, '!')}\n`);
    return { passed: 0, failed: 0, skipped, failures: [] };
  }
  env.CHROMIUM_PATH = chromium;
  const code = await playwright('--reporter=list,json');
  const result = read(file);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = result?.stats ?? {};
  const failures = specsOf(result?.suites)
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => inOneLine(file, title, tests[0]?.results.at(-1)?.error?.message));
  return { passed: expected + flaky, failed: atLeastOne(unexpected, code), skipped, failures };
}

function specsOf(suites = []) {
  return suites.flatMap(({ specs = [], suites }) => [...specs, ...specsOf(suites)]);
}

/** Which test, and the first line of what went wrong. */
function inOneLine(file, ...words) {
  return [relative(ROOT, resolve(ROOT, file)), ...words.map((word) => word?.trim().split('\n')[0])].join(' | ');
}

/** A runner that ends badly without a failed test (it crashed, or something failed outside a test) counts as one failure. */
function atLeastOne(failed, code) {
  return code !== 0 && failed === 0 ? 1 : failed;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function run(script, args, env = process.env) {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
