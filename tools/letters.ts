// Puts the Chinese letters for paper beside the built server, file by file, with their licence (LICENCE-1).

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const from = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'))
/** The ordinary weight alone, by the ranges of letters that each file holds. */
const taken = /^noto-sans-sc-\d+-400-normal\.woff$/

export function letters(): Plugin {
  return {
    name: 'ghostlight-letters',
    apply: 'build',
    generateBundle() {
      const files = readdirSync(join(from, 'files')).filter((name) => taken.test(name))
      if (files.length === 0) throw new Error('The Chinese letters are not where their package had them.')
      for (const name of ['unicode.json', ...files.map((file) => `files/${file}`)]) {
        const source = join(from, name)
        this.emitFile({
          type: 'asset',
          fileName: `chinese/${name}`,
          originalFileName: source,
          source: readFileSync(source),
        })
      }
    },
  }
}
