// Holds the whole tree to the house rules of docs/specs/house.md; run as a test, it sees what a reviewer would forget.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Room } from './room.ts'
import { checkAmbient, checkWaiting } from './tidy/ambient.ts'
import { checkCycles } from './tidy/cycles.ts'
import { checkImports, type Import, importsOf, importsOfStyles, roomOf } from './tidy/imports.ts'
import { checkRules } from './tidy/rules.ts'
import { checkFirstLine, checkShape } from './tidy/shape.ts'
import { type Finding, isCode, isTest, parseSource, type Source, type TextFile } from './tidy/source.ts'
import { checkTexts } from './tidy/texts.ts'
import { checkWords } from './tidy/words.ts'

/** Violations planted for tidy's own test, and stored copies of what others wrote. */
const notOurs = /^(?:test\/fixtures\/tidy\/|LICENSE$)/

/** Everything that `rooms` and the house rules say about these files, in order of file and line. */
export function tidy(files: readonly TextFile[], rooms: readonly Room[]): Finding[] {
  const sources = files.filter(({ path }) => isCode(path)).map(parseSource)
  const readable = sources.filter(({ broken }) => broken === undefined)
  const styles = files.filter(({ path }) => path.endsWith('.css'))
  const specs = files.filter(({ path }) => /^docs\/specs\/[^/]+\.md$/.test(path))
  const findings = [
    ...sources.flatMap(complainOfBroken),
    ...checkRooms(readable, styles, rooms),
    ...readable.flatMap(checkShape),
    ...readable.flatMap(checkTexts),
    ...styles.flatMap(checkFirstLine),
    ...checkRules(
      specs,
      readable.filter(({ path }) => isTest(path)),
    ),
    ...files.flatMap(checkWords),
  ]
  return findings.sort((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule))
}

function checkRooms(
  readable: readonly Source[],
  styles: readonly TextFile[],
  rooms: readonly Room[],
): Finding[] {
  const imports = new Map<string, readonly Import[]>()
  const findings: Finding[] = []
  for (const file of styles.filter(isShipped)) {
    findings.push(...checkImports(file, importsOfStyles(file), rooms))
  }
  for (const source of readable.filter(isShipped)) {
    imports.set(source.path, importsOf(source))
    findings.push(...checkImports(source, imports.get(source.path) ?? [], rooms))
    const room = roomOf(source.path, rooms)
    if (room === undefined || isTest(source.path)) continue
    findings.push(...checkAmbient(source, room), ...checkWaiting(source, room))
  }
  return [...findings, ...checkCycles(imports)]
}

/** Every text file of the project: what git tracks or would track; without git, what lies in the folder. */
export function filesOf(root: string): TextFile[] {
  return (pathsOfGit(root) ?? pathsUnder(root, ''))
    .filter((path) => !notOurs.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'))
}

/** One finding as a line that an editor can jump to. */
export const printFinding = ({ file, line, rule, sentence }: Finding): string =>
  `${file}:${line}  ${rule}  ${sentence}`

function complainOfBroken({ path, broken }: Source): Finding[] {
  if (broken === undefined) return []
  return [{ file: path, line: 1, rule: 'HOUSE-1', sentence: `cannot be read: ${broken}` }]
}

const isShipped = ({ path }: TextFile): boolean => path.startsWith('src/')

/** Undefined where the root is no working tree, or there is no git, or it will not speak with this user. */
function pathsOfGit(root: string): string[] | undefined {
  if (!existsSync(join(root, '.git'))) return undefined
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { status, stdout } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return status === 0 ? [...new Set(stdout.split('\0'))].filter((path) => path !== '') : undefined
}

function pathsUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(
      ({ name }) => !name.startsWith('.') && !['node_modules', 'dist', 'coverage', 'data'].includes(name),
    )
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? pathsUnder(root, path) : [path]
    })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

// By itself, before a commit: what it finds, one line each, and a failure where it finds anything.
if (import.meta.main) {
  const { rooms } = await import('./rooms.ts')
  const findings = tidy(filesOf(join(import.meta.dirname, '..')), rooms)
  for (const one of findings) process.stdout.write(`${printFinding(one)}\n`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
