// What is wrong with a file, a line for each: place first, then the sentence.

import type { Finding } from '../../formats/finding.ts'

export const findingLines = (file: string, findings: readonly Finding[]): string =>
  findings.map((finding) => `${file}:${finding.line}: ${finding.message}`).join('\n')
