// Prints every test that was left out and why, so that nothing stays unrun in silence.

// biome-ignore lint/style/noDefaultExport: the test runner loads a reporter by its default export.
export default class SkipsReporter {
  onTestCaseResult(testCase) {
    const result = testCase.result()
    if (result.state === 'skipped') {
      console.log(`\nskipped: ${testCase.fullName} (${result.note || 'no reason given'})`)
    }
  }
}
