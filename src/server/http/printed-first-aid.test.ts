// The packs on paper: behind the card and nowhere else, whole, and in the words of the screen.

import { expect, test } from 'vitest'
import { paperShow } from '../../../test/kit/paper-show.ts'
import { packsFor, type StepName } from '../../core/incident/packs.ts'
import type { ReadySheet } from '../../core/paperwork/sheets/sheet.ts'
import { withFirstAid } from '../../letters/printed-first-aid.ts'
import { speechOf } from '../../letters/speech.ts'
import type { PressJob } from '../press/job.ts'
import { makePdf } from '../press/make-pdf.ts'

const sheet = (id: 'incident' | 'roll'): ReadySheet => ({
  ...{ id, name: id, large: true, blocks: [], print: 'p', version: 3, mark: 'K7QD' },
})

test('INCIDENT-81: behind the incident card, under its mark, every step of every pack with its source, on two pages at most', async () => {
  for (const country of ['GB', 'US'] as const) {
    const { words } = speechOf(country)
    const on = { show: paperShow(), country, today: '2026-11-26', words }
    const [roll, card, back, ...more] = withFirstAid([sheet('roll'), sheet('incident')], on)
    expect([roll?.id, card?.name, back?.mark, back?.version, more]).toEqual([
      'roll',
      'incident',
      'K7QD',
      3,
      [],
    ])
    const text = JSON.stringify(back?.blocks)
    const steps: Readonly<Record<StepName, string>> = words.firstAid.steps
    for (const { steps: own, child, source, name } of packsFor(country)) {
      for (const one of [...own, ...child]) expect(text).toContain(JSON.stringify(steps[one]).slice(1, -1))
      expect(text).toContain(words.firstAid.packs[name])
      if (source) expect(text).toContain(source.council)
    }
    expect(text).toContain(words.firstAid.notSigned)
    const { name = '', large = false, blocks = [] } = back ?? {}
    for (const paper of ['A4', 'Letter'] as const) {
      const job: Omit<PressJob, 'sheets'> = {
        title: 'Paper',
        language: 'en-GB',
        paper,
        head: 'Paper',
        printed: 'now',
      }
      const { pages } = await makePdf({ ...job, sheets: [{ name, large, blocks, version: 'version 3' }] })
      expect(pages).toBeLessThanOrEqual(2)
    }
    expect(withFirstAid([sheet('roll')], on)).toHaveLength(1)
  }
})
