// Ends a Playwright run with the line that cargo prints, so that scripts/test counts both alike.
export default class Count {
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    const count = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 };
    for (const test of this.suite.allTests()) count[test.outcome()] += 1;
    console.log(`test result: ${count.expected + count.flaky} passed; ${count.unexpected} failed; ${count.skipped} ignored`);
  }
}
