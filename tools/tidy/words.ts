// Words that must not be in anything we publish (HOUSE-14): developers' machines, and where their packages come from.

import type { Finding, TextFile } from './source.ts'

// Written so that no pattern finds itself.
const unwanted: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: /(?<![\w./~-])\/(?:home|Users|root|work)\/[\w.-]+|\b[A-Z]:\\Users\\\w+/,
    what: 'a path of one developer’s machine',
  },
  {
    pattern: /\bregistry\.(?:npm|yarn)\w*|\b(?:npmjs|yarnpkg|pypi)\.org\b|\/artifactory\/|"resolved":\s"http/,
    what: 'the address of a package registry',
  },
]

export function checkWords(file: TextFile): Finding[] {
  return file.text.split('\n').flatMap((line, index) =>
    unwanted
      .filter(({ pattern }) => pattern.test(line))
      .map(({ pattern, what }) => ({
        file: file.path,
        line: index + 1,
        rule: 'HOUSE-14',
        sentence: `"${pattern.exec(line)?.[0]}" is ${what}`,
      })),
  )
}
