// Draws what the house tells of an incident: others that are open, how the show stands, what is read to the audience.

import type { OpenLine } from '../../core/incident/open-lines.ts'
import { formatClock, type Instant } from '../../core/kit/time.ts'
import type { StopFacts } from '../../core/night/stop-facts.ts'
import { make } from './draw.ts'
import type { CardTexts } from './texts.ts'

const clockOf = ({ timeZone }: CardTexts, at: Instant): string =>
  formatClock(at, timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)

type Elsewhere = { readonly open: readonly OpenLine[]; readonly drill: boolean; readonly own: string | null }

/** Each with one touch: the same as this one, or, where none was raised here, the one that is gone on with. */
export function drawElsewhere(root: Element, { open, drill, own }: Elsewhere, texts: CardTexts): void {
  const [box, list] = [part(root, 'elsewhere'), part(root, 'open')]
  if (!box || !list) return
  const others = open.filter((one) => one.drill === drill && one.id !== own)
  box.hidden = others.length === 0
  const lines = others.map(({ id, place, at }) => {
    const button = make('button')
    button.type = 'button'
    button.className = 'wide'
    button.dataset[own === null ? 'takeUp' : 'sameAs'] = id
    const said = [place ?? '', clockOf(texts, at)].filter((one) => one !== '').join(', ')
    button.append(make('b', said), make('span', own === null ? texts.elsewhere.takeUp : texts.elsewhere.same))
    return make('li', '', button)
  })
  replace(list, lines)
}

type Sheets = Pick<Elsewhere, 'own' | 'drill'> & {
  readonly sheets: readonly Pick<OpenLine, 'id' | 'drill' | 'at' | 'place'>[]
}

/** Each other one of which the sheet may be printed from here, whoever raised it, also when it is over. */
export function drawSheets(root: Element, { sheets, drill, own }: Sheets, texts: CardTexts): void {
  const list = part(root, 'sheets')
  if (!list) return
  const lines = sheets
    .filter((one) => one.drill === drill && one.id !== own)
    .map(({ id, place, at }) => {
      const button = make('button')
      button.type = 'button'
      button.className = 'wide'
      button.dataset['pageOf'] = id
      const said = [place ?? '', clockOf(texts, at)].filter((one) => one !== '').join(', ')
      button.append(make('b', said), make('span', texts.page.other))
      return make('li', '', button)
    })
  replace(list, lines)
}

export function drawStop(root: Element, stop: StopFacts | null, { stage, ...texts }: CardTexts): void {
  const list = part(root, 'stands')
  if (!list) return
  list.hidden = stop === null
  if (stop === null) return
  const held =
    stop.heldAt === null ? stage.notHeld : `${stage.heldSince} ${clockOf({ stage, ...texts }, stop.heldAt)}`
  const rows: readonly (readonly [string, string])[] = [
    [stop.at, held],
    ...(stop.called === null ? [] : [[stage.next, stop.called] as const]),
    ...(stop.waits.length === 0 ? [] : [[stage.waits, stop.waits.join(' · ')] as const]),
    ...(stop.notAsked.length === 0
      ? []
      : [[stage.notAsked, [...stop.notAsked, ...more(stop.notAskedMore, stage)].join(' · ')] as const]),
  ]
  replace(
    list,
    rows.map(([what, is]) => make('div', '', make('dt', what), make('dd', is))),
  )
}

const more = (many: number, { andMore }: CardTexts['stage']): readonly string[] =>
  many > 0 ? [andMore.replace('{many}', String(many))] : []

/** What is read out, with the two numbers it needs; what is not filled in stays a gap. */
export function drawAudience(root: Element): void {
  const filled = (name: string) =>
    root.querySelector<HTMLInputElement>(`input[data-part=${name}]`)?.value.trim() || '…'
  for (const line of part(root, 'audience')?.querySelectorAll('li') ?? []) {
    const text = line.dataset['text'] ?? ''
    const words = text.replaceAll('{minutes}', filled('minutes')).replaceAll('{place}', filled('restart'))
    if (line.textContent !== words) line.textContent = words
  }
}

/** Names of whoever was asked, so that they need not be typed. */
export function drawNames(root: Element, names: readonly string[]): void {
  const list = root.querySelector('datalist')
  if (!list) return
  replace(
    list,
    names.map((name) => {
      const option = make('option')
      option.value = name
      return option
    }),
  )
}

const part = (root: Element, name: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-part="${name}"]`)

/** Only what is different: a finger that is on its way finds what it saw. */
function replace(into: Element, children: readonly HTMLElement[]): void {
  const now = children.map((one) => one.outerHTML).join('')
  if (into.innerHTML !== now) into.replaceChildren(...children)
}
