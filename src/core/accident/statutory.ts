// What the law of a country may want told after an accident: as data, with its source and its date. A person decides; nothing here does.

import type { Country } from '../show/show.ts'

type StatutoryLine = {
  /** What must have come of it. Whether it was work-related the text asks, and nobody here answers. */
  readonly when: string
  readonly within: string
}
export type Statutory = {
  readonly name: string
  readonly lines: readonly StatutoryLine[]
  readonly source: string
  /** When it was looked up. */
  readonly dated: string
}

const packs: Readonly<Record<Country, Statutory>> = {
  GB: {
    name: 'RIDDOR 2013',
    lines: [
      {
        when: 'A death, a specified injury, or a dangerous occurrence',
        within: 'without delay, and the report within 10 days',
      },
      {
        when: 'A member of the public taken from here to hospital for treatment',
        within: 'without delay, and the report within 10 days',
      },
      {
        when: 'Somebody not able to do their usual work for more than 7 days',
        within: 'within 15 days of the accident',
      },
    ],
    source: 'Reporting of Injuries, Diseases and Dangerous Occurrences Regulations 2013',
    dated: '2026-11-26',
  },
  US: {
    name: 'OSHA, 29 CFR 1904.39',
    lines: [
      { when: 'The death of an employee', within: 'within 8 hours' },
      {
        when: 'An employee admitted to a hospital, an amputation, or the loss of an eye',
        within: 'within 24 hours',
      },
    ],
    source: '29 CFR 1904.39, Code of Federal Regulations',
    dated: '2026-11-26',
  },
}

export const statutoryFor = (country: Country): Statutory => packs[country]
