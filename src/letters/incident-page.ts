// The incident card as plain HTML: everything on it is there without a script, and nothing on it stands before the call.

import type { DrillTimes } from '../core/incident/drills.ts'
import { guidanceFor } from '../core/incident/guidance.ts'
import { alongDeeds, careDeeds, resumeChecks } from '../core/incident/record.ts'
import { dayInWords, daysFrom } from '../core/kit/day.ts'
import type { IncidentSection } from '../core/night/incident-section.ts'
import { countryPack } from '../core/show/countries/packs.ts'
import { approval, confirmation, emergencyNumber } from '../core/show/help.ts'
import type { Aed } from '../core/show/safety.ts'
import type { Words } from '../words/words.ts'
import { drillTable } from './drill-table.ts'
import { firstAid } from './first-aid.ts'
import { at, type Html, html, joined, raw } from './html.ts'
import { incidentStyle } from './incident-style.ts'
import { printedBy } from './printed-by.ts'

export type CardIn = {
  /** Null where no show is published in this house yet. */
  readonly card: IncidentSection | null
  readonly words: Words
  readonly locale: string
  /** As 2026-11-24. */
  readonly today: string | null
  readonly drill: boolean
  /** Where this device stands; a phone in a pocket stands nowhere. */
  readonly here?: string | null | undefined
  /** First-aiders of the building whose certificate is in date today. */
  readonly aiders?: readonly string[] | undefined
  /** On a drill’s page, for who may read how drills went: earlier ones. */
  readonly drills?: readonly DrillTimes[] | undefined
}

/** A page of its own: no bundle, no font, no picture. A button outside a form needs no type: the page is sent whole, and kept small. */
export function incidentPage(from: CardIn): string {
  const { words, locale, drill } = from
  return html`<!doctype html>
<html lang="${locale}" data-theme="dim">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="dark">
<meta name="theme-color" content="#000000">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<title>${words.card.title}</title>
<style>html{background:#000;color-scheme:dark}body{margin:0}${raw(incidentStyle)}</style>
</head>
<body class="incident-page">
<main class="incident" data-drill="${drill ? 'yes' : 'no'}">${raw(incidentBody(from))}<p class="screen"><a class="wide" href="/">${words.card.back}</a></p></main>
<script src="/incident.js" defer></script>
</body>
</html>
`.html
}

const notThere = {
  address: null,
  noSignal: [],
  help: {},
  aeds: [],
  kits: [],
  route: null,
  hospital: null,
  points: [],
  phones: [],
  trainer: null,
}

/** The card itself, for a page of its own and for a screen that opens it over its own. */
export function incidentBody(whole: CardIn): string {
  const { card } = whole
  // A building that is not there has no address, no AED and no door to send anybody to.
  const from = card?.invented ? { ...whole, card: { ...card, ...notThere }, aiders: [] } : whole
  const parts = [
    say(from),
    cpr(from),
    firstAid({ words: from.words, card: from.card, today: from.today }),
    clear(from),
    places(from),
    who(from),
    stageCard(from),
    record(from),
    along(from),
    sheet(from),
  ]
  const rest = joined([...parts, ...earlier(from)])
  return html`${first(from)}<div class="rest">${rest}</div>${printedBy(from.words)}${texts(from)}`.html
}

function earlier({ drill, drills, words, locale, card }: CardIn): readonly Html[] {
  if (!drill || drills === undefined) return []
  const timeZone = card?.timeZone ?? 'UTC'
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return [drillTable({ drills, words, day: (at) => day.format(at) })]
}

/** No number is dialled from a drill or a demo: there is no link to one at all. */
const dials = ({ drill, card }: CardIn): boolean => !drill && card !== null && !card.invented

function first(from: CardIn): Html {
  const { words, card, drill } = from
  const said = words.card
  const banner = drill ? said.drill : card?.invented ? said.demo : null
  return html`<section class="first" id="first">
<div class="top" tabindex="0">
${banner === null ? '' : html`<p class="banner" role="note">${banner}</p>`}
<h1>${said.title}</h1>
<p class="address">${address(from)}</p>
<p>${said.clear.firstOfAll} ${said.cans} ${coded(from)}</p>
${card?.help.medics === undefined ? '' : html`<p>${said.medics({ words: card.help.medics })}</p>`}
</div>
${callButton(from)}
<a class="big" href="#cpr" data-deed="cpr-started" data-beat="start"><b>${said.cpr}</b><span>${said.cprWhy}</span></a>
<a class="big" href="#places" data-deed="aed-sent-for"><b>${said.aed}</b><span>${aed(from)}</span></a>
<a class="big" href="#places" data-deed="door-sent"><b>${said.door}</b><span>${door(from)}</span></a>
</section>`
}

function callButton(from: CardIn): Html {
  const { words, card } = from
  const said = words.card
  const number = card === null || card.invented ? null : emergencyNumber(card.help, card.country)
  const outside = card?.help.outsideLine
  const label = said.call({ number: number ?? said.numberNotSet })
  const unsure =
    number !== null && confirmation(card?.help, from.today)?.old !== false ? said.toBeConfirmed : ''
  const why = html`<b class="${number === null ? 'unsaid' : 'number'}">${label}</b><span>${said.callWhy} ${number !== null && outside !== undefined ? words.incident.outside({ first: outside, number }) : ''} ${unsure}</span>`
  if (number === null || !dials(from))
    return html`<a class="big call" href="#say" data-deed="call-made">${why}</a>`
  const dialled = number.replaceAll(/[^\d+*#]/g, '')
  return html`<a class="big call" href="tel:${dialled}" data-deed="call-made" data-then="say">${why}</a>`
}

/** Shown only where somebody has given their word for it: a wrong address sends a crew away from here. */
function address({ words, card, today }: CardIn): string {
  const said = words.card
  const isSure = card !== null && confirmation(card.help, today) !== null && card.address !== null
  return isSure ? [card.venue, card.address].filter(Boolean).join(', ') : said.addressNotSet
}

const coded = ({ words, card }: CardIn): string =>
  card?.help.codedCall === undefined
    ? words.card.codedCallNotSet
    : words.card.codedCall({ words: card.help.codedCall })

const aed = ({ words, card }: CardIn): string =>
  card?.aeds.map(({ place }) => place).join(', ') || `${words.card.place.aed}: ${words.card.notSet}`

const door = ({ words, card }: CardIn): string => card?.help.entrance ?? words.card.doorNotSet

function say({ words, card, here }: CardIn): Html {
  const said = words.card
  const which = card?.help.telephones
  const nearest = card?.phones.find(({ place }) => place === here)?.nearest
  return html`<section id="say"><h2>${said.say.title}</h2>
<ol>${at(Object.values(said.say.steps), (one) => html`<li>${one}</li>`)}</ol>
<p>${said.say.end} ${said.callTaker} ${nearest === undefined ? said.tablet : said.nearestHere({ which: nearest })} ${which === undefined ? '' : said.nearest({ which })}</p>
<button type="button" class="wide needs" data-deed="connected">${said.say.connected}</button></section>`
}

function cpr({ words, card, today }: CardIn): Html {
  const said = words.card.beat
  const country = card?.country ?? 'GB'
  const pack = guidanceFor(country)
  const { monthFirst } = countryPack(country)
  const word = approval(card?.help, today)
  const approved = word
    ? said.approved({ by: word.by, day: dayInWords(word.on, monthFirst) })
    : said.notApproved
  const day = dayInWords(pack.dated, monthFirst)
  return html`<section id="cpr"><h2>${said.title}</h2>
<p>${words.card.cprWhy} ${words.card.callTaker}</p>
<p>${said.depth(pack.depthCm)} ${said.untrained}</p>
<div class="beat needs" data-part="beat" hidden>
<p class="count" data-part="count" role="timer" aria-live="off"></p>
<p class="swap"><span data-part="swap-word">${said.swapIn}</span> <span data-part="swap-left" class="clock">2:00</span> <span data-part="swap-next"></span></p>
<p data-part="beat-note" role="status"></p></div>
<div class="row needs"><button class="wide" data-beat="start">${said.start}</button>
<button class="wide" data-beat="swap">${said.swapped}</button>
<button class="wide" data-beat="stop">${said.stop}</button></div>
<div class="row needs" role="group" aria-label="${said.title}"><button class="wide" data-pace="only" aria-pressed="true">${said.only}</button>
${pack.ratio === null ? '' : html`<button class="wide" data-pace="ratio" aria-pressed="false">${said.ratio(pack.ratio)}</button>`}${pack.childRatio === null ? '' : html`<button class="wide" data-pace="child" aria-pressed="false">${said.childRatio(pack.childRatio)}</button>`}</div>
<label class="needs">${said.next}<input data-part="next" maxlength="80" autocomplete="off"></label>
<p class="quiet">${said.guidance({ council: pack.council, day })} ${approved}</p></section>`
}

function clear({ words, drill }: CardIn): Html {
  const { clear: said, abouts } = words.card
  return html`<section id="clear"><h2>${said.title}</h2>
<ul><li>${said.danger}</li><li>${said.shields}</li><li>${said.stays} ${said.never}</li><li>${said.recover}</li><li>${said.poison}</li></ul>
<div class="row"><a class="wide needs" href="#beside">${abouts['found-beside']}</a>
<a class="wide" href="${drill ? '/roll-call-drill' : '/roll-call'}">${words.rollCall.lead}</a></div>${drill ? '' : quietly(words)}</section>`
}

/** Not in a drill: whoever presses this means it. */
const quietly = ({ quietHelp: said }: Words): Html =>
  html`<button class="wide needs" data-part="quiet">${said.ask} <span data-part="quiet-mark" aria-hidden="true"></span></button><p class="quiet needs">${said.how}</p>`

function places(from: CardIn): Html {
  const { words, card, today, aiders = [] } = from
  const { place: said, notSet } = words.card
  const more = words.safety.card
  const help = card?.help ?? {}
  const dead = [...(card?.noSignal ?? []), ...(help.deadSpots === undefined ? [] : [help.deadSpots])]
  const listed = (all: readonly string[] | undefined) =>
    all === undefined || all.length === 0 ? undefined : all.join('\n')
  const facts: readonly (readonly [string, string | undefined])[] = [
    [said.aed, listed(card?.aeds.map((one) => aedLine(from, one)))],
    [said.kit, listed(card?.kits)],
    [more.aiders, listed(aiders)],
    [said.entrance, help.entrance],
    [said.meets, help.meets],
    [more.route, card?.route ?? undefined],
    [said.keys, help.keys],
    [said.dead, dead.length === 0 ? undefined : dead.join(', ')],
    [more.points, listed(card?.points)],
    [more.hospital, card?.hospital ?? undefined],
  ]
  const word = confirmation(card?.help, today)
  const confirmed =
    word === null || card === null
      ? ''
      : words.incident.confirmed({
          number: emergencyNumber(card.help, card.country),
          by: word.by,
          day: dayInWords(word.on, countryPack(card.country).monthFirst),
        })
  return html`<section id="places"><h2>${words.incident.building}</h2>
<dl>${at(facts, ([what, is]) => html`<div><dt>${what}</dt><dd>${is ?? notSet}</dd></div>`)}</dl>
<p class="quiet">${confirmed}</p>
${from.drill ? '' : html`<a class="wide" href="/sealed">${words.sealedNotes.link}</a>`}</section>`
}

/** One that is out of date is fetched all the same, and says what is wrong with it. */
function aedLine({ words, card, today }: CardIn, { place, code, checked, until }: Aed): string {
  const monthFirst = countryPack(card?.country ?? 'GB').monthFirst
  const more = words.safety.card
  const day = until === undefined ? undefined : dayInWords(until, monthFirst)
  const isOver = until !== undefined && today !== null && daysFrom(today, until) < 0
  return [
    `${place}${code === undefined ? '' : `, ${words.card.place.code} ${code}`}`,
    ...(checked === undefined ? [] : [`(${dayInWords(checked, monthFirst)})`]),
    ...(day === undefined ? [] : [isOver ? more.outOfDate({ day }) : more.until({ day })]),
  ].join(' ')
}

function record({ words }: CardIn): Html {
  const said = words.card.record
  const all = words.card
  const elsewhere: readonly string[] = [...resumeChecks, ...careDeeds, ...alongDeeds]
  const deeds = Object.entries(all.deeds).filter(([deed]) => !elsewhere.includes(deed))
  const stages = (['held', 'stopped', 'resumed'] as const).map((one) => [one, all.stages[one]] as const)
  return html`<section id="record" class="needs"><h2>${said.title}</h2>
<p data-part="waiting" role="status"></p>
<div class="row">${at(deeds, ([deed, label]) => html`<button class="wide" data-deed="${deed}">${label}</button>`)}
${at(stages, ([stage, label]) => html`<button class="wide" data-stage="${stage}">${label}</button>`)}</div>
<form data-part="words"><h3>${said.added}</h3>
<label>${said.about}<select name="about">${at(Object.entries(all.bounds), ([bound, label]) => html`<option value="bound:${bound}">${label}</option>`)}${at(Object.entries(all.abouts), ([about, label]) => html`<option value="${about}"${about === 'found-beside' ? raw(' selected') : ''}>${label}</option>`)}</select></label>
<label>${said.words}<textarea id="beside" name="text" rows="3" maxlength="1000"></textarea></label>
<label>${said.witness}<input name="witness" maxlength="80" autocomplete="off"></label>
<label>${said.when}<input name="ago" inputmode="numeric" maxlength="3" value="0" autocomplete="off"></label>
<button type="submit" class="wide">${said.add}</button></form>
<ol class="lines" data-part="lines"><li>${said.none}</li></ol>
<form data-part="hand-over" class="row"><label>${said.handOverTo}<input name="to" maxlength="80" autocomplete="off"></label><button type="submit" class="wide">${said.handOver}</button></form>
<button type="button" class="wide" data-part="stand-down">${said.standDown}</button>
<p><a class="wide" href="/accident-book">${words.accident.afterwards}</a></p></section>`
}

/** The crew is here: who goes along, and what. Each on its own, and nothing has to be filled in. */
function along({ words, card }: CardIn): Html {
  const { along: said, deeds, abouts } = words.card
  return html`<section id="along" class="needs"><h2>${said.title}</h2>
<div class="row">${at(alongDeeds, (deed) => html`<button class="wide" data-deed="${deed}">${deeds[deed]}</button>`)}</div>
<form data-part="along"><label>${said.who}<input name="who" maxlength="80" autocomplete="off" list="asked"></label>
<label>${abouts.hospital}<input name="hospital" maxlength="200" autocomplete="off" value="${card?.hospital ?? ''}"></label>
<label>${abouts['number-to-ring']}<input name="number-to-ring" type="tel" maxlength="80" autocomplete="off"></label>
<button type="submit" class="wide">${said.add}</button></form></section>`
}

function who({ words }: CardIn): Html {
  const said = words.card.who
  const { elsewhere } = words.card
  return html`<section id="who" class="needs"><h2>${said.title}</h2>
<div data-part="elsewhere" hidden><h3>${elsewhere.title}</h3><ul class="functions" data-part="open"></ul></div>
<label>${said.name}<input data-part="who-name" maxlength="80" autocomplete="off" list="asked"></label><datalist id="asked"></datalist>
<ul class="functions">${at(
    Object.entries(words.card.functions),
    ([name, label]) =>
      html`<li><button class="wide" data-function="${name}"><b>${label}</b> <span data-part="holder">${said.nobody}</span></button></li>`,
  )}</ul>
<form data-part="command"><h3>${said.command}</h3>
<label>${said.commandTo}<input name="to" maxlength="80" autocomplete="off" list="asked"></label>
<label>${said.wanted}<textarea name="text" rows="2" maxlength="1000"></textarea></label>
<h3>${said.briefing}</h3><div data-part="briefing"></div>
<button type="submit" class="wide">${said.pass}</button></form></section>`
}

/** Who does what while the show stands still, and what is said. The desk alone holds it, and only by a person. */
function stageCard({ words }: CardIn): Html {
  const { stage: said, deeds, audience } = words.card
  return html`<section id="stage" class="needs"><h2>${said.title}</h2>
<p>${said.why}</p>
<button type="button" class="wide" data-stage="asked-to-hold">${said.ask}</button>
<dl data-part="stands" hidden></dl>
<ol>${at(Object.values(said.steps), (one) => html`<li>${one}</li>`)}</ol>
<h3>${said.say}</h3>
<div class="row"><label>${said.minutes}<input data-part="minutes" inputmode="numeric" maxlength="3" autocomplete="off"></label>
<label>${said.from}<input data-part="restart" maxlength="80" autocomplete="off"></label></div>
<ol data-part="audience">${at(Object.values(audience), (one) => html`<li data-text="${one}">${one.replaceAll(/\{\w+\}/g, '…')}</li>`)}</ol>
<h3>${said.checks}</h3><p class="quiet">${said.unchecked}</p>
<div class="row">${at(resumeChecks, (deed) => html`<button class="wide" data-deed="${deed}">${deeds[deed]}</button>`)}</div></section>`
}

function sheet({ words }: CardIn): Html {
  const said = words.card.sheet
  return html`<section id="sheet" class="needs"><h2>${said.title}</h2>
<div class="row screen"><button type="button" class="wide" data-order="ATMIST" aria-pressed="true">ATMIST</button><button type="button" class="wide" data-order="IMIST-AMBO" aria-pressed="false">IMIST-AMBO</button><button type="button" class="wide" data-part="print">${said.print}</button></div>
<div class="row screen"><button type="button" class="wide" data-part="page">${words.handOver.make}</button><p class="page-note" data-part="page-note" role="status">${words.handOver.why}</p><a class="wide" data-part="page-ready" target="_blank" rel="noopener" hidden>${words.handOver.ready}</a></div>
<ul class="functions screen" data-part="sheets"></ul><div data-part="sheet" class="sheet"></div></section>`
}

/** What the script says, in this language: it carries no catalogue of its own. */
function texts({ words, card }: CardIn): Html {
  const {
    record: said,
    beat,
    steps,
    certainties,
    because,
    stages,
    who: does,
    sheet: paper,
    stage,
    elsewhere,
  } = words.card
  const pack = guidanceFor(card?.country ?? 'GB')
  const told = {
    ...{ steps, certainties, because, stages, paper },
    record: {
      kept: said.kept,
      waiting: said.waiting,
      delivered: said.delivered,
      none: said.none,
      full: said.full,
      stoodDown: said.stoodDown,
      correct: said.correct,
      handOver: said.handOver,
    },
    beat: {
      breaths: beat.breaths,
      swapIn: beat.swapIn,
      swapNow: beat.swapNow,
      resumed: beat.resumed,
      touch: beat.touch,
    },
    who: {
      nobody: does.nobody,
      two: does.two,
      told: does.told,
      wanted: does.wanted,
    },
    stage: {
      heldSince: stage.heldSince,
      notHeld: stage.notHeld,
      next: stage.next,
      waits: stage.waits,
      notAsked: stage.notAsked,
      andMore: stage.andMore,
    },
    elsewhere: { same: elsewhere.same, takeUp: elsewhere.takeUp },
    clockPutRight: words.card.clockPutRight,
    page: { making: words.handOver.making, notMade: words.handOver.notMade, other: words.handOver.other },
    ratio: pack.ratio,
    childRatio: pack.childRatio,
    timeZone: card?.timeZone ?? null,
    title: words.card.title,
  }
  // As data that no browser runs: as an attribute each of its quotes would be six letters.
  return html`<script type="application/json" data-part="texts">${raw(JSON.stringify(told).replaceAll('<', '\\u003c'))}</script>`
}
