// First aid on the incident card, pack by pack, as plain HTML: opened by a touch or a key, and whole without a script.

import { type Pack, packsFor, type StepName } from '../core/incident/packs.ts'
import { dayInWords } from '../core/kit/day.ts'
import type { IncidentSection } from '../core/night/incident-section.ts'
import { countryPack } from '../core/show/countries/packs.ts'
import { signature } from '../core/show/trainer.ts'
import type { Words } from '../words/words.ts'
import { at, type Html, html } from './html.ts'

type FirstAidIn = {
  readonly card: IncidentSection | null
  readonly words: Words
  readonly today: string | null
}

export function firstAid({ card, words, today }: FirstAidIn): Html {
  const { firstAid: said, card: all } = words
  const country = card?.country ?? 'GB'
  const { monthFirst } = countryPack(country)
  // The catalogue has a text for each step, or this does not compile.
  const steps: Readonly<Record<StepName, string>> = said.steps
  const day = (on: string) => dayInWords(on, monthFirst)
  const signed = signature(card?.trainer, today)
  const word = signed ? said.signed[signed.is]({ by: signed.by, day: day(signed.on) }) : said.notSigned
  // The page is sent whole, and kept small: an item needs no end in HTML.
  const list = (names: readonly StepName[]) => at(names, (one) => html`<li>${steps[one]}`)
  const source = ({ source: from }: Pack) =>
    from ? said.source({ council: from.council, day: day(from.dated) }) : said.noSource
  const child = ({ child: names }: Pack) => names.map((one) => steps[one]).join(' ')
  const drawn = (pack: Pack) => html`<details><summary>${said.packs[pack.name]}</summary>
<ol>${list(pack.steps)}</ol><p class="of-child"><b>${said.childTitle}</b> ${child(pack)}</p>
<button class="wide needs" data-deed="${pack.deed}">${all.deeds[pack.deed]}</button>
<p class="quiet">${source(pack)} ${word}</p></details>`
  return html`<section id="first-aid"><h2>${said.title}</h2><p>${said.why}</p>
<input type="checkbox" class="for-child" id="for-child"><label for="for-child">${said.child}</label>
${at(packsFor(country), drawn)}${stayWith(words)}</section>`
}

/** Distress without collapse (W8), in the words of the question whether somebody was seen. Nothing of it is written down. */
const stayWith = ({
  stays: said,
}: Words): Html => html`<details id="stay-with"><summary>${said.card}</summary>
<ul>${at(Object.values(said.lines), (one) => html`<li>${one}`)}</ul><p class="quiet">${said.notApproved}</p></details>`
