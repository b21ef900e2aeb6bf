// The back of the printed incident card: the first-aid packs in the words of the screen, with council, day and who signed.

import { packsFor, type StepName } from '../core/incident/packs.ts'
import { dayInWords } from '../core/kit/day.ts'
import type { Block, ReadySheet } from '../core/paperwork/sheets/sheet.ts'
import { countryPack } from '../core/show/countries/packs.ts'
import type { Country, Show } from '../core/show/show.ts'
import { signature } from '../core/show/trainer.ts'
import type { Words } from '../words/words.ts'

type On = {
  readonly show: Pick<Show, 'venue'>
  readonly country: Country
  /** As 2026-11-24. */
  readonly today: string
  readonly words: Words
}

/** Behind the card, wherever that is printed, and under its mark: it is the same paper. */
export const withFirstAid = (sheets: readonly ReadySheet[], on: On): readonly ReadySheet[] =>
  sheets.flatMap((sheet) =>
    sheet.id === 'incident'
      ? [sheet, { ...sheet, name: on.words.firstAid.title, large: false, blocks: firstAidBlocks(on) }]
      : [sheet],
  )

function firstAidBlocks({ show, country, today, words }: On): readonly Block[] {
  const { firstAid: said } = words
  const { monthFirst } = countryPack(country)
  const day = (on: string) => dayInWords(on, monthFirst)
  // The catalogue has a text for each step, or this does not compile.
  const steps: Readonly<Record<StepName, string>> = said.steps
  const signed = signature(show.venue.safety?.trainer, today)
  const word = signed ? said.signed[signed.is]({ by: signed.by, day: day(signed.on) }) : said.notSigned
  const packs = packsFor(country).flatMap(({ name, steps: own, child, source }): readonly Block[] => {
    const from = source ? said.source({ council: source.council, day: day(source.dated) }) : said.noSource
    const ofChild = `${said.childTitle} ${child.map((one) => steps[one]).join(' ')}`
    return [
      { kind: 'steps', heading: said.packs[name], steps: own.map((one) => steps[one]) },
      { kind: 'words', heading: '', lines: [`${ofChild} · ${from}`] },
    ]
  })
  return [{ kind: 'words', heading: '', lines: [said.why, word] }, ...packs]
}
