// First aid on the card, pack by pack: which steps, in which order, what differs for a child, by which council. Data, not advice:
// the words stand in the catalogue, and where a council is silent the pack says less, and that nobody is named for it.

import type { Country } from '../show/show.ts'
import type { CareDeed } from './record.ts'

/** In the order in which they stand on the card: what keeps somebody breathing first. */
export const packNames = [
  ...(['response', 'recovery', 'choking', 'bleeding', 'fit'] as const),
  ...(['fall', 'electric', 'burn', 'poisoning'] as const),
] as const
type PackName = (typeof packNames)[number]

/** A pack is read while somebody waits: it has no more. */
export const STEPS_MIN = 3
export const STEPS_MAX = 7

type Source = { readonly council: string; readonly dated: string }
export type Pack = {
  readonly name: PackName
  readonly steps: readonly StepName[]
  /** What differs for a child. */
  readonly child: readonly StepName[]
  /** Null where we know of no council that says it: then a trainer's word is all there is. */
  readonly source: Source | null
  readonly deed: CareDeed
}

export type StepName = (typeof common)[PackName][number] | ByCountry | ChildStep
type ByCountry = 'burnCool20' | 'burnCool5to20' | 'burnFilm' | 'burnDressing'
type ChildStep = (typeof children)[PackName][number] | (typeof byCountry)[Country]['childBreaths'][number]

const common = {
  response: ['ask', 'callNow', 'tilt', 'listen', 'gasping', 'notNormal', 'normal'],
  recovery: ['kneel', 'armAcross', 'roll', 'headBack', 'watch', 'breathingStops'],
  choking: ['cough', 'blows', 'thrusts', 'inTurn', 'noAnswer', 'seenAfter'],
  bleeding: ['press', 'keepPressing', 'stuck', 'tourniquet', 'layDown'],
  fit: ['clock', 'clearRound', 'notHeld', 'fitEnds', 'stayAwake'],
  fall: ['above', 'keepStill', 'headStill', 'airwayFirst', 'warm'],
  electric: ['notTouch', 'powerOff', 'highVoltage', 'thenCheck', 'coolAfter', 'stillCall'],
  burn: ['heatAway', 'rings', 'noIce', 'chemical', 'faceSmoke'],
  poisoning: ['fumes', 'sayWhat', 'noVomiting', 'neverAlone', 'containers', 'onSkin', 'poisonNoAnswer'],
} as const satisfies Readonly<Record<PackName, readonly string[]>>

const children = {
  response: ['childDepth', 'childUntrained'],
  recovery: ['babyOnSide'],
  choking: ['babyThrusts', 'childThrusts'],
  bleeding: ['childBlood'],
  fit: ['childFever'],
  fall: ['childFall'],
  electric: ['childElectric'],
  burn: ['childBurn'],
  poisoning: ['childPoison'],
} as const satisfies Readonly<Record<PackName, readonly string[]>>

const uk: Source = { council: 'Resuscitation Council UK', dated: '2025-10-27' }
const europe: Source = { council: 'European Resuscitation Council', dated: '2025-10-22' }
/** Burns are in this one, and not in the one that followed it. */
const europeBefore: Source = { council: 'European Resuscitation Council', dated: '2021-03-24' }
const heart: Source = { council: 'American Heart Association', dated: '2025-10-22' }
const heartAndCross: Source = {
  council: 'American Heart Association and American Red Cross',
  dated: '2024-11-14',
}
const nobody = { electric: null, poisoning: null } as const

const byCountry = {
  GB: {
    childBreaths: ['childFirstBreaths'],
    cool: 'burnCool20',
    cover: 'burnFilm',
    sources: {
      ...{ response: uk, recovery: uk, choking: uk, bleeding: uk },
      ...{ fall: europe, burn: europeBefore, fit: null, ...nobody },
    },
  },
  US: {
    childBreaths: [],
    cool: 'burnCool5to20',
    cover: 'burnDressing',
    sources: {
      ...{ response: heart, choking: heart, recovery: heartAndCross, bleeding: heartAndCross },
      ...{ fall: heartAndCross, burn: heartAndCross, fit: heartAndCross, ...nobody },
    },
  },
} as const satisfies Readonly<
  Record<
    Country,
    {
      readonly childBreaths: readonly string[]
      readonly cool: ByCountry
      readonly cover: ByCountry
      readonly sources: Readonly<Record<PackName, Source | null>>
    }
  >
>

export function packsFor(country: Country): readonly Pack[] {
  const own = byCountry[country]
  return packNames.map((name) => ({
    name,
    steps: name === 'burn' ? burnSteps(own) : common[name],
    child: name === 'response' ? [...own.childBreaths, ...children.response] : children[name],
    source: own.sources[name],
    deed: deedOf[name],
  }))
}

/** Cooled at once, and covered only when that is done. */
function burnSteps({ cool, cover }: { readonly cool: ByCountry; readonly cover: ByCountry }) {
  const [away, ...others] = common.burn
  return [away, cool, ...others.slice(0, 2), cover, ...others.slice(2)]
}

const deedOf = {
  response: 'breathing-checked',
  recovery: 'on-their-side',
  choking: 'choking-care',
  bleeding: 'bleeding-care',
  fit: 'fit-care',
  fall: 'fall-care',
  electric: 'power-off-care',
  burn: 'burn-care',
  poisoning: 'poisoning-care',
} as const satisfies Readonly<Record<PackName, CareDeed>>
