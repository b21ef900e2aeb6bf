// What a module belongs to, and the words of its licence.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { licenceOf, packageOf, wordsFor } from './licences.ts'

const at = (name: string) => join(import.meta.dirname, '..', 'node_modules', name)

test('LICENCE-1: a module, a file and what a bundler adds belong to their packages; ours to none', () => {
  expect(packageOf(at('react-dom/cjs/react-dom.production.js'))).toBe(at('react-dom'))
  expect(packageOf(`\0${at('ws/lib/sender.js')}?commonjs-es-import`)).toBe(at('ws'))
  expect(packageOf(at('@fontsource/atkinson-hyperlegible-mono/files/a.woff2'))).toBe(
    at('@fontsource/atkinson-hyperlegible-mono'),
  )
  expect(packageOf(at('one/node_modules/two/two.js'))).toBe(at('one/node_modules/two'))
  expect(packageOf('node_modules/zod/v4/index.js')).toBe(at('zod'))
  expect(packageOf('\0rolldown/runtime.js')).toBe(at('rolldown'))
  expect(packageOf(join(import.meta.dirname, '..', 'src/web/main.tsx'))).toBeNull()
})

test('LICENCE-1: a package has its own words, else those its licence’s name stands for with its author, else nothing is built', () => {
  expect(licenceOf(at('ws'))).toMatchObject({
    ...{ name: 'ws', licence: 'MIT', words: expect.stringContaining('Einar Otto Stangvik') },
    version: expect.stringMatching(/^\d/),
  })
  const saxes = licenceOf(at('saxes')).words
  expect(saxes).toMatch(/^Copyright \(c\) Louis-Dominique Dubeau\n\nPermission to use/)
  expect(wordsFor('Apache-2.0', 'A. Person')).toContain('Version 2.0, January 2004')
  expect(wordsFor('GPL-99', 'A. Person')).toBeNull()
  expect(wordsFor('../LICENSE', 'A. Person')).toBeNull()
})
