// Writes demo/slack-water.show.json from the libretto and the plan beside it: `node demo/build.ts`; `--print` only says it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Show } from '../src/core/show/show.ts'
import { writeShowFile } from '../src/formats/show-file/write.ts'
import { compile } from './kit/compile.ts'
import { readLibretto } from './kit/libretto.ts'
import { slackWater } from './slack-water/production.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const showPath = here('./slack-water.show.json')

/** The files of the libretto in the order of the evening. */
export function libretto(): string[] {
  const folder = here('./slack-water/script/')
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.sort().map((name) => readFileSync(`${folder}${name}`, 'utf8'))
}

export const buildShow = (): Show => compile(slackWater, readLibretto(libretto()))

if (import.meta.main) {
  const text = writeShowFile(buildShow())
  if (process.argv.includes('--print')) process.stdout.write(text)
  else writeFileSync(showPath, text)
}
