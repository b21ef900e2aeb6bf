// Where the band of Slack Water goes round until something heavy has stopped, and where it may wait for the Moon.

import type { VampRow } from '../kit/notation.ts'

export const vamps: readonly VampRow[] = [
  {
    id: 'vamp-face',
    kind: 'vamp',
    item: 't6a',
    on: 'Vamp until the brake is on',
    bar: '9',
    seconds: 8,
    max: 40,
    out: 'the brake',
  },
  {
    id: 'vamp-platform-up',
    kind: 'vamp',
    item: 's7',
    on: 'Vamp until it stops',
    bar: '41',
    seconds: 5,
    max: 45,
    out: 'the platform’s stop',
  },
  {
    id: 'vamp-platform-down',
    kind: 'vamp',
    item: 't10a',
    on: 'vamp until it is',
    bar: '5',
    seconds: 4,
    max: 30,
    out: 'the platform, down',
  },
  {
    id: 'safety-moon',
    kind: 'safety',
    item: 't10a',
    on: 'safety, two bars',
    bar: '11',
    seconds: 0,
    max: 8,
    out: 'the Moon, in',
  },
]
