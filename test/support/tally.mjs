// node tally.mjs RESULTS.json EXIT_CODE: counts vitest's results in one line, "N passed, N failed".
// A file that could not be loaded has no failed test of its own and counts as one; so does a run that failed
// without saying which test. The exit code is 0 only when something ran and nothing failed.

import { readFileSync } from 'node:fs';

const [file, exitCode] = process.argv.slice(2);
const { passed, failed } = count(read(file));
const allFailed = failed === 0 && exitCode !== '0' ? 1 : failed;
console.log(`${passed} passed, ${allFailed} failed`);
process.exit(passed > 0 && allFailed === 0 ? 0 : 1);

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { testResults: [] }; // the run ended before vitest could write
  }
}

function count({ testResults }) {
  const tests = testResults.flatMap((suite) => suite.assertionResults);
  const unloaded = testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + unloaded.length,
  };
}
