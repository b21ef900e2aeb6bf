// What a build really bundled, written down beside it with the words of each licence (LICENCE-1).

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

export type Bundled = {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly words: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const LICENCES_FILE = 'licences.json'

/** What a bundler writes into a bundle by itself has no file, but somebody's name all the same. */
const virtual: readonly (readonly [RegExp, string])[] = [
  [/^\0vite\//, 'vite'],
  [/^\0?rolldown\//, 'rolldown'],
]

/** The folder of the package that a module or a file belongs to; null for what is ours. */
export function packageOf(module: string): string | null {
  const [path = ''] = module.replace(/^\0(?!vite|rolldown)/, '').split('?')
  const helper = virtual.find(([known]) => known.test(path))
  if (helper) return join(root, 'node_modules', helper[1])
  const found = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)
  return found === null ? null : resolve(root, found[0])
}

export function licenceOf(folder: string): Bundled {
  // `as`: what npm has installed says what it is called.
  const told = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly license?: string
    readonly author?: string | { readonly name: string }
  }
  const { name, version, license: licence = '', author = '' } = told
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
  const own = files.toSorted().map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const whose = typeof author === 'string' ? author : author.name
  const words = own.length > 0 ? own.join('\n\n') : wordsFor(licence, whose.replace(/\s*<.*>/, ''))
  if (words === null) throw new Error(`${name} has no words of a licence: it cannot be given away.`)
  return { name, version, licence, words }
}

/** A package that brings no file is given under the words that its licence's name stands for. */
export function wordsFor(licence: string, author: string): string | null {
  const file =
    licence === 'Apache-2.0' ? join(root, 'LICENSE') : join(root, 'tools/licences', `${licence}.txt`)
  if (!/^[\w.-]+$/.test(licence) || !existsSync(file)) return null
  return `Copyright (c) ${author === '' ? 'its contributors' : author}\n\n${readFileSync(file, 'utf8').trim()}`
}

/** One for all builds of a folder: the last to be written has everything. */
export function licences(): Plugin {
  const folders = new Set<string>()
  const take = (module: string) => {
    const folder = packageOf(module)
    if (folder !== null) folders.add(folder)
  }
  return {
    name: 'ghostlight-licences',
    apply: 'build',
    writeBundle: ({ dir, file }, bundle) => {
      for (const one of Object.values(bundle))
        for (const module of one.type === 'chunk' ? one.moduleIds : one.originalFileNames) take(module)
      const to = dir ?? dirname(file ?? '')
      const bundled = [...folders].map(licenceOf).toSorted((a, b) => a.name.localeCompare(b.name))
      writeFileSync(join(to, LICENCES_FILE), `${JSON.stringify(bundled, null, 1)}\n`)
    },
  }
}
