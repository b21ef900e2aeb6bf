// What the card's script says: handed to it by the card, which has it from the catalogue in the language of the house.

import type { Because } from '../../core/incident/order.ts'
import type {
  About,
  Bound,
  Certainty,
  DeedName,
  FunctionName,
  FunctionStep,
  ShowDecision,
} from '../../core/incident/record.ts'

type Named<Name extends string> = Readonly<Record<Name, string>>

export type CardTexts = {
  readonly deeds: Named<DeedName>
  readonly abouts: Named<About>
  readonly bounds: Named<Bound>
  readonly functions: Named<FunctionName>
  readonly steps: Named<FunctionStep>
  readonly certainties: Named<Exclude<Certainty, 'certain'>>
  readonly because: Named<Extract<Because, 'written-down-later' | 'same-moment'>>
  readonly stages: Named<'opened' | ShowDecision | 'joined' | 'named'>
  readonly paper: Named<'unknown' | 'times' | 'by' | 'found' | 'goes' | 'all' | 'below'>
  readonly page: Named<'making' | 'notMade' | 'other'>
  readonly record: Named<
    'kept' | 'waiting' | 'delivered' | 'none' | 'full' | 'stoodDown' | 'correct' | 'handOver'
  >
  readonly beat: Named<'breaths' | 'swapIn' | 'swapNow' | 'resumed' | 'touch'>
  readonly who: Named<'nobody' | 'two' | 'told' | 'wanted'>
  readonly stage: Named<'heldSince' | 'notHeld' | 'next' | 'waits' | 'notAsked' | 'andMore'>
  readonly elsewhere: Named<'same' | 'takeUp'>
  readonly clockPutRight: string
  readonly ratio: { readonly compressions: number; readonly breaths: number } | null
  readonly childRatio: { readonly compressions: number; readonly breaths: number } | null
  readonly timeZone: string | null
  readonly title: string
}

/** Null where the card is none of ours. */
export function textsOn(root: Element): CardTexts | null {
  const text = root.querySelector('script[data-part=texts]')?.textContent
  // `as`: written by `incidentBody` of the same build.
  return text ? ({ ...JSON.parse(text), ...labelsOn(root) } as CardTexts) : null
}

/** What stands on the card already is not sent a second time: the last control of its kind has the label. */
function labelsOn(root: Element) {
  const named = (
    selector: string,
    nameOf: (one: HTMLElement) => string | undefined,
  ): Record<string, string> =>
    Object.fromEntries(
      [...root.querySelectorAll<HTMLElement>(selector)].map((one) => [nameOf(one), one.textContent.trim()]),
    )
  const options = named('select[name=about] option', (one) => one.getAttribute('value') ?? undefined)
  const isBound = ([name]: readonly [string, string]) => name.startsWith('bound:')
  const all = Object.entries(options)
  return {
    deeds: named('button[data-deed]', (one) => one.dataset['deed']),
    functions: named('[data-function] b', (one) => one.parentElement?.dataset['function']),
    abouts: Object.fromEntries(all.filter((one) => !isBound(one))),
    bounds: Object.fromEntries(all.filter(isBound).map(([name, text]) => [name.slice(6), text])),
  }
}
