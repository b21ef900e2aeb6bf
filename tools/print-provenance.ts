// Prints where every package comes from into docs/provenance.md, from the lock alone: `npx node tools/print-provenance.ts`.

import { readFileSync, writeFileSync } from 'node:fs'

export const PROVENANCE = 'docs/provenance.md'

type Locked = {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}
/** As npm writes it: by the folder in which each lies; under no name what this project itself asks for. */
export type Lock = { readonly packages: Readonly<Record<string, Locked>> }

/** What the lock does not say, read in the package's own file of that name. */
const saidInLicenceFile: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

export type Provenance = {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly integrity: string
  readonly askedForBy: readonly string[]
  readonly runs: boolean
}

const nameOf = (folder: string): string => folder.replace(/^.*node_modules\//, '')
const asks = ({ dependencies, optionalDependencies, peerDependencies, devDependencies }: Locked) =>
  Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies, ...devDependencies })

export function provenance({ packages }: Lock): readonly Provenance[] {
  const parents = new Map<string, string[]>()
  for (const [folder, one] of Object.entries(packages))
    for (const name of asks(one)) {
      const known = parents.get(name) ?? []
      parents.set(name, [...known, folder === '' ? 'us' : nameOf(folder)])
    }
  return Object.entries(packages).flatMap(([folder, one]): readonly Provenance[] => {
    if (folder === '') return []
    const name = nameOf(folder)
    const by = [...new Set(parents.get(name) ?? [])].toSorted()
    return [
      {
        ...{ name, version: one.version ?? '', integrity: one.integrity ?? '' },
        licence: one.license ?? saidInLicenceFile[name] ?? '',
        askedForBy: by.includes('us') ? ['us'] : by,
        runs: one.hasInstallScript === true,
      },
    ]
  })
}

export function provenancePage(lock: Lock): string {
  const all = provenance(lock)
  const lines = all.map(
    ({ name, version, licence, integrity, askedForBy, runs }) =>
      `- **${name} ${version}**${runs ? ' (runs a script when it is installed)' : ''}: ${licence}; asked for by ${askedForBy.join(', ')}; \`${integrity}\``,
  )
  return [
    '# Where each package comes from',
    'Printed from `package-lock.json` by `tools/print-provenance.ts`; a check fails when it is older than that. Every package comes from the public registry of npm under its own name and version, and npm refuses bytes that have another SHA-512 than the one written here. What is asked for by us has its reason in [decision 5](decisions/0005-dependencies.md); what is built into what ships, and the words of its licence, is told on every screen under _Licences_. The hash says that the bytes are those that were looked at here, not who wrote them: no signed statement of origin was checked.',
    `${all.length} packages, ${all.filter(({ askedForBy }) => askedForBy.includes('us')).length} of them asked for by us.`,
    lines.join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

// `as`: npm writes the lock, and a test reads each of its lines.
export const readLock = (): Lock => JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

if (import.meta.main) writeFileSync(PROVENANCE, provenancePage(readLock()))
