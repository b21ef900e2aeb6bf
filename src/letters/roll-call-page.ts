// The roll call as a page of its own: no bundle, and nobody's name in it. The script hangs the people in.

import { noSafety } from '../core/show/safety.ts'
import type { Show } from '../core/show/show.ts'
import type { Words } from '../words/words.ts'
import { at, type Html, html, raw } from './html.ts'
import { printedBy } from './printed-by.ts'
import { rollCallStyle } from './roll-call-style.ts'

export type RollCallIn = {
  /** Null where no show is published in this house yet. */
  readonly show: Pick<Show, 'venue' | 'timeZone'> | null
  readonly words: Words
  readonly locale: string
  readonly drill: boolean
}

export function rollCallPage(from: RollCallIn): string {
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
<title>${words.rollCall.title}</title>
<style>html{background:#000;color-scheme:dark;scroll-padding-top:10rem}body{margin:0}${raw(rollCallStyle)}</style>
</head>
<body>
<main class="roll" data-drill="${drill ? 'yes' : 'no'}">${head(from)}${who(from)}${begin(from)}${list(from)}${rest(from)}${earlier(from)}
<nav class="links"><a href="/">${words.card.back}</a><a href="/incident">${words.rollCall.toIncident}</a>${drill ? '' : html`<a href="/roll-call-drill">${words.rollCall.toDrill}</a>`}</nav>
${printedBy(words)}${texts(from)}</main>
<script src="/roll-call.js" defer></script>
</body>
</html>
`.html
}

function head({ words, drill }: RollCallIn): Html {
  const said = words.rollCall
  return html`<header class="head">
${drill ? html`<p class="banner" role="note">${said.drill}</p>` : ''}
<h1>${said.title}</h1>
<p class="counts" data-part="counts" role="status"></p>
<p class="quiet" data-part="state"></p>
<p class="quiet" data-part="waiting" role="status"></p>
<noscript><p>${said.noScript}</p></noscript>
</header>`
}

/** Chosen once, and kept on the device; the points that the building has are offered, and any other may be written. */
function who({ words, show }: RollCallIn): Html {
  const said = words.rollCall
  const points = (show?.venue.safety ?? noSafety).points.map(({ place }) => place)
  return html`<form class="who" data-form="who" hidden>
<p>${said.nameFirst}</p>
<label>${said.name}<input name="name" maxlength="80" autocomplete="off" required></label>
<label>${said.point}<input name="point" maxlength="80" autocomplete="off" list="points" required></label>
<datalist id="points" data-own="${JSON.stringify(points)}">${at(points, (one) => html`<option value="${one}"></option>`)}</datalist>
<button type="submit" class="wide">${said.here}</button></form>
<p class="you" data-part="you" hidden><span data-part="you-are"></span> <button type="button" class="small" data-do="change">${said.change}</button></p>`
}

/** Two steps: opened, then pressed, with a name. */
function twoSteps(
  words: Words,
  {
    form,
    title,
    why,
    now,
  }: { readonly form: string; readonly title: string; readonly why: string; readonly now: string },
  fields: Html,
): Html {
  return html`<details class="step" data-step="${form}"><summary>${title}</summary>
<form data-form="${form}"><p class="quiet">${why}</p>${fields}<label>${words.rollCall.name}<input name="by" maxlength="80" autocomplete="off" required></label>
<button type="submit" class="wide">${now}</button></form></details>`
}

function begin({ words }: RollCallIn): Html {
  const said = words.rollCall
  const step = { form: 'begin', title: said.begin, why: said.beginWhy, now: said.beginNow }
  return html`<p class="quiet" data-part="aid">${said.aid}</p>${twoSteps(words, step, html``)}`
}

function list({ words }: RollCallIn): Html {
  const said = words.rollCall
  return html`<section class="list" data-part="open" aria-label="${said.list}" hidden>
<label class="find">${said.find}<input data-part="find" type="search" maxlength="80" autocomplete="off"></label>
<p class="quiet" data-part="nobody" hidden>${said.nobody}</p>
<ul data-part="people"></ul></section>`
}

function rest({ words }: RollCallIn): Html {
  const said = words.rollCall
  const plain = (form: string, title: string, why: string, label: string, field: Html, add: string) =>
    html`<form data-form="${form}"><h3>${title}</h3>${why === '' ? '' : html`<p class="quiet">${why}</p>`}<label>${label}${field}</label><button type="submit" class="wide">${add}</button></form>`
  const text = html`<input name="text" maxlength="80" autocomplete="off" required>`
  const number = html`<input name="count" inputmode="numeric" pattern="[0-9]{1,6}" maxlength="6" autocomplete="off" required>`
  const end = { form: 'end', title: said.end, why: said.endWhy, now: said.endNow }
  const back = { form: 'return', title: said.mayReturn, why: said.mayReturnWhy, now: said.mayReturnNow }
  return html`<section class="rest" data-part="rest" hidden><h2>${said.rest}</h2>
<p data-part="returned">${said.stayOut}</p>
${plain('write-in', said.writeIn, '', said.writeInName, text, said.add)}
${plain('swept', said.swept, said.sweptWhy, said.sweptZone, text, said.sweptAdd)}
<ul class="lines" data-part="sweeps"></ul>
<div data-part="holder" hidden>
${plain('counted', said.house, '', said.houseOutside, number, said.houseAdd)}
<p data-part="house"></p>
<div data-part="stewards" hidden>${plain('steward', said.steward, said.stewardWhy, said.stewardWho, html`<select name="person"></select>`, said.stewardAdd)}</div>
${twoSteps(words, back, html``)}${twoSteps(words, end, html``)}</div></section>`
}

function earlier({ words }: RollCallIn): Html {
  const said = words.rollCall
  return html`<section class="earlier" data-part="earlier" tabindex="0" aria-label="${said.earlier}" hidden><h2>${said.earlier}</h2>
<p class="quiet" data-part="earlier-none">${said.earlierNone}</p>
<table data-part="times" hidden><thead><tr>${at(Object.values(said.columns), (one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody></tbody></table></section>`
}

const gapNames = [
  ...(['seen', 'of', 'left', 'told', 'clock', 'by', 'point', 'name', 'points', 'place'] as const),
  ...(['who', 'how', 'zone', 'before', 'outside', 'count', 'length'] as const),
]
const gaps = Object.fromEntries(gapNames.map((name) => [name, `{${name}}`]))

/** Sentences with values go as texts with gaps in them: the script carries no catalogue of its own. */
function texts({ words, show }: RollCallIn): Html {
  // What a page says of itself stands in it already: none that is not a drill has the word.
  const { drill: _, ...told } = words.rollCall
  const said = Object.entries(told).map(
    ([name, text]) =>
      // `as`: every sentence here takes texts by the names above.
      [name, typeof text === 'function' ? (text as (values: typeof gaps) => string)(gaps) : text] as const,
  )
  const whole = { ...Object.fromEntries(said), timeZone: show?.timeZone ?? null }
  return html`<div data-part="texts" hidden data-texts="${JSON.stringify(whole)}"></div>`
}
