// `ghostlight <command>`: reads the words of the command line and hands over to the one meant.

import { inWords, isMistyped } from './in-words.ts'

/** One command: what it is for, and what to do with the words after its name. Answers the exit code. */
export type Command = {
  readonly usage: string
  readonly what: string
  readonly run: (args: readonly string[]) => Promise<number>
}

/** Each is read only when it is asked for: tonight's server does not wait for the importers. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  import: async () => (await import('./import.ts')).importCommand,
  check: async () => (await import('./check.ts')).check,
  verify: async () => (await import('./verify.ts')).verify,
  report: async () => (await import('./report.ts')).writeReport,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  print: async () => (await import('./print.ts')).print,
  certificate: async () => (await import('./certificate.ts')).certificate,
  export: async () => (await import('./export.ts')).exportPerformance,
  privacy: async () => (await import('./privacy.ts')).privacy,
  licences: async () => (await import('./licences.ts')).licences,
  cover: async () => (await import('./cover.ts')).cover,
  reorder: async () => (await import('./reorder.ts')).reorder,
  simulate: async () => (await import('./simulate.ts')).simulate,
}

const lineOf = ({ usage, what }: Command): string => `  ghostlight ${usage}\n      ${what}`

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const lines = all.map(lineOf)
  const last = '  ghostlight COMMAND --help | --version'
  return `Ghostlight runs a live performance and looks after the people in it.\n\n${lines.join('\n')}\n${last}\n`
}

async function main(words: readonly string[]): Promise<number> {
  const [name, ...args] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(await help())
    return name === undefined ? 1 : 0
  }
  if (name === '--version' || name === '-v') {
    const { packageVersion } = await import('./package-folder.ts')
    process.stdout.write(`Ghostlight ${packageVersion()} (Node ${process.versions.node})\n`)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    process.stderr.write(`There is no command “${name}”.\n\n${await help()}`)
    return 1
  }
  try {
    const command = await load()
    if (args.includes('--help') || args.includes('-h')) {
      process.stdout.write(`${lineOf(command)}\n`)
      return 0
    }
    return await command.run(args)
  } catch (error) {
    const more = isMistyped(error) ? ` How it is used: ghostlight ${name} --help` : ''
    process.stderr.write(`${inWords(error)}${more}\n`)
    return 1
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
