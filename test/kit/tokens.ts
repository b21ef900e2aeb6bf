// The tokens of every theme, read from the style sheet that ships.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('../../src/web/', import.meta.url))

/** Every style sheet of the screens, by its path. */
export const styleSheets = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(web, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css'))
      .map((path) => [path, readFileSync(join(web, path), 'utf8')]),
  )

const sheet = readFileSync(join(web, 'ui/tokens.css'), 'utf8')

export type Tokens = Readonly<Record<string, string>>

/** The colours under `selector`, as they are written there; an empty table where it is not there. */
function written(selector: string): Tokens {
  const at = sheet.indexOf(`${selector} {`)
  if (at < 0) return {}
  const block = sheet.slice(at, sheet.indexOf('}', at))
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6}|var\(--[a-z]+\));/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
}

/** What a page in this theme has, with the venue's cue lights as they are set. */
export function tokensOf(theme: string, cueLight: string): Tokens {
  const all: Record<string, string> = {
    ...written(':root'),
    ...written(`:root[data-cue-light="${cueLight}"]`),
    ...written(`:root[data-theme="${theme}"]`),
    ...written(`:root[data-theme="${theme}"][data-cue-light="${cueLight}"]`),
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      name,
      value.startsWith('var') ? (all[value.slice(6, -1)] ?? '') : value,
    ]),
  )
}
