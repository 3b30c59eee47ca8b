// Sums up test reports: `deno run --allow-read scripts/count_tests.ts FAILED_STEPS REPORT.xml …`.
// Prints `N passed, N failed`, and exits with 1 where anything failed.

/** Tests of a JUnit report; a report that is not there stands for tests that did not run. */
async function count(
  path: string,
): Promise<{ passed: number; failed: number }> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { passed: 0, failed: 1 };
  }
  let passed = 0;
  let failed = 0;
  for (const [, attributes] of text.matchAll(/<testsuite (.*?)>/g)) {
    const [tests, bad, errors, skipped] = [
      "tests",
      "failures",
      "errors",
      "disabled",
    ]
      .map((name) => Number(attributes.match(` ${name}="(\\d+)"`)?.[1] ?? NaN));
    passed += tests - bad - errors - skipped;
    failed += bad + errors;
  }
  return { passed, failed };
}

const [steps, ...reports] = Deno.args;
let passed = 0;
let failed = 0;
for (const report of reports) {
  const counted = await count(report);
  passed += counted.passed;
  failed += counted.failed;
}
// A step that failed without a failed test (formatting, the build) is a failure all the same.
if (failed === 0) failed = Number(steps);
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);
