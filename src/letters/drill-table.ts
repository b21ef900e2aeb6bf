// The drills of a house beside each other, as a table of the drill's page: times from the beginning, and nobody's name.

import { type DrillTimes, drillFunctions, drillSteps } from '../core/incident/drills.ts'
import { type Duration, formatLength, type Instant } from '../core/kit/time.ts'
import type { Words } from '../words/words.ts'
import { at, type Html, html } from './html.ts'

export type DrillsIn = {
  readonly drills: readonly DrillTimes[]
  readonly words: Words
  readonly day: (at: Instant) => string
}

export function drillTable({ drills, words, day }: DrillsIn): Html {
  const { card, drillTimes: said } = words
  const rows: readonly (readonly [string, (one: DrillTimes) => Duration | null])[] = [
    ...drillFunctions.map(
      (name) => [card.functions[name], (one: DrillTimes) => one.functions[name]] as const,
    ),
    ...drillSteps.map((step) => [card.deeds[step], (one: DrillTimes) => one.steps[step]] as const),
    [card.deeds['crew-at-patient'], (one) => one.steps['crew-at-patient']],
    [card.record.standDown, (one) => one.steps['stood-down']],
  ]
  const cell = (length: Duration | null) => (length === null ? said.notReached : formatLength(length))
  return html`<section id="drills" class="drills" tabindex="0" aria-label="${said.title}"><h2>${said.title}</h2>
<p class="quiet">${drills.length === 0 ? said.none : said.lead}</p>
${
  drills.length === 0
    ? ''
    : html`<table><thead><tr><th scope="col">${said.step}</th>${at(drills, (one) => html`<th scope="col">${day(one.at)}</th>`)}</tr></thead>
<tbody>${at(rows, ([what, of]) => html`<tr><th scope="row">${what}</th>${at(drills, (one) => html`<td>${cell(of(one))}</td>`)}</tr>`)}
<tr><th scope="row">${said.entries}</th>${at(drills, (one) => html`<td>${String(one.entries)}</td>`)}</tr></tbody></table>`
}</section>`
}
