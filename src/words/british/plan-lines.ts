// Texts of what is other for somebody than they were told: one thing, a track of things, and what goes from hand to hand.

import { counting, listing } from '../plural.ts'

const count = counting('en-GB')
const list = listing('en-GB')

type Many = { readonly many: number }
type Name = { readonly name: string }
type HandOff = {
  readonly gives: boolean
  readonly prop: string
  readonly names: readonly string[]
  readonly place: string | null
  readonly after: string | null
}
/** Of one track, however many numbers of it. */
export type Sum = {
  readonly track: string
  /** Items, and the first and the last of them. */
  readonly many: number
  readonly first: string
  readonly last: string
  /** Of a department: who does it tonight. */
  readonly name: string
  readonly before: string | null
}

/** As it is said in a wing: what, with whom, where, after what. */
const passed = ({ gives, prop, names, place, after }: HandOff): string =>
  [
    prop,
    ...(names.length === 0 ? [] : [`${gives ? 'to' : 'from'} ${list(names)}`]),
    ...(place === null ? [] : [`at ${place}`]),
  ].join(' ') + (after === null ? '' : `, after ${after}`)

type Thing = {
  /** `left`: for somebody else; `found`: where somebody left it; `set`: stands ready elsewhere. */
  readonly how: 'left' | 'found' | 'set'
  readonly thing: string
  readonly names: readonly string[]
  readonly place: string | null
  /** Where it lies, where that is elsewhere; of what is set, where it stood. */
  readonly from: string | null
}

const atPlace = (place: string | null): string => (place === null ? '' : ` at ${place}`)
const whose = (names: readonly string[]): string => (names.length === 0 ? 'somebody' : list(names))

/** `leave`, or `leaves`: as whoever hears it is spoken of. */
const passedOn = (verbs: Record<'left' | 'found' | 'set', string>, one: Thing): string => {
  const { how, thing, names, place, from } = one
  const said = `${verbs[how]} ${thing}${atPlace(place)}`
  if (how === 'left') return `${said} for ${whose(names)}`
  if (how === 'set') return from === null ? said : `${said}, not at ${from}`
  if (from === null) return `${said}, where ${whose(names)} left it`
  return `${said}; it is brought from ${from}, where ${whose(names)} left it`
}
const yours = { left: 'leave', found: 'take up', set: 'set' } as const
const theirs = { left: 'leaves', found: 'takes up', set: 'sets' } as const

type Part = Pick<Sum, 'track' | 'many' | 'first' | 'last'>
const part = ({ track, many, first, last }: Part): string =>
  count(many, { one: `${track} in ${first}`, other: `${track} in ${many} items, ${first} to ${last}` })
const instead = (before: string | null): string => (before === null ? '' : `, instead of ${before}`)
const otherPart = ({ track, many, first, last }: Part): string =>
  `Other than before: ${part({ track, many, first, last })}`

export const planLines = {
  take: ({ track, title, before }: { track: string; title: string; before: string | null }) =>
    before === null ? `You now do ${track}: ${title}` : `You now do ${track}: ${title}, instead of ${before}`,
  leave: ({ track, title }: { track: string; title: string }) => `You no longer do ${track}: ${title}`,
  other: ({ track, title }: { track: string; title: string }) => `Other than before, ${track}: ${title}`,
  takeOf: ({ track, title, name, before }: Name & { track: string; title: string; before: string | null }) =>
    before === null ? `${track}: ${title}, ${name}` : `${track}: ${title}, ${name} instead of ${before}`,
  cutOf: ({ track, title }: { track: string; title: string }) => `${track}: ${title}, cut`,
  takes: ({ track, title, before }: { track: string; title: string; before: string | null }) =>
    before === null ? `${track}: ${title}` : `${track}: ${title}, instead of ${before}`,
  leaves: ({ track, title }: { track: string; title: string }) => `${track}: ${title}, no longer theirs`,
  others: ({ track, title }: { track: string; title: string }) => `${track}: ${title}, other than before`,
  passes: {
    own: {
      take: ({ gives, prop, names, place, after }: HandOff) =>
        `You now ${gives ? 'give' : 'take'} ${passed({ gives, prop, names, place, after })}`,
      leave: ({ gives, prop, names, place, after }: HandOff) =>
        `You no longer ${gives ? 'give' : 'take'} ${passed({ gives, prop, names, place, after })}`,
      other: ({ gives, prop, names, place, after }: HandOff) =>
        `Tonight you ${gives ? 'give' : 'take'} ${passed({ gives, prop, names, place, after })}`,
    },
    person: {
      take: ({ gives, prop, names, place, after }: HandOff) =>
        `Now ${gives ? 'gives' : 'takes'} ${passed({ gives, prop, names, place, after })}`,
      leave: ({ gives, prop, names, place, after }: HandOff) =>
        `No longer ${gives ? 'gives' : 'takes'} ${passed({ gives, prop, names, place, after })}`,
      other: ({ gives, prop, names, place, after }: HandOff) =>
        `Tonight ${gives ? 'gives' : 'takes'} ${passed({ gives, prop, names, place, after })}`,
    },
  },
  things: {
    own: {
      take: ({ how, thing, names, place, from }: Thing) =>
        `You now ${passedOn(yours, { how, thing, names, place, from })}`,
      leave: ({ how, thing, names, place, from }: Thing) =>
        `You no longer ${passedOn(yours, { how, thing, names, place, from })}`,
      other: ({ how, thing, names, place, from }: Thing) =>
        `Tonight you ${passedOn(yours, { how, thing, names, place, from })}`,
    },
    person: {
      take: ({ how, thing, names, place, from }: Thing) =>
        `Now ${passedOn(theirs, { how, thing, names, place, from })}`,
      leave: ({ how, thing, names, place, from }: Thing) =>
        `No longer ${passedOn(theirs, { how, thing, names, place, from })}`,
      other: ({ how, thing, names, place, from }: Thing) =>
        `Tonight ${passedOn(theirs, { how, thing, names, place, from })}`,
    },
    department: {
      take: ({ thing, names, place, from, before }: Thing & { readonly before: string | null }) =>
        from === null
          ? `${thing}: ${before ?? 'somebody'} leaves it${atPlace(place)} and ${whose(names)} takes it up there`
          : `${thing}: bring it from ${from}, where ${before ?? 'somebody'} leaves it, to ${place ?? 'where it is wanted'} for ${whose(names)}`,
      leave: ({ thing, names, before }: Thing & { readonly before: string | null }) =>
        `${thing}: ${before ?? 'nobody'} does not leave it for ${whose(names)} any more`,
      other: ({ thing, place, from }: Thing) =>
        `${thing}: set${atPlace(place)} tonight${from === null ? '' : `, not at ${from}`}`,
    },
  },
  part,
  sums: {
    own: {
      take: ({ track, many, first, last, before }: Sum) =>
        `You now do ${part({ track, many, first, last })}${instead(before)}`,
      leave: ({ track, many, first, last }: Sum) => `You no longer do ${part({ track, many, first, last })}`,
      other: otherPart,
    },
    person: {
      take: ({ track, many, first, last, before }: Sum) =>
        `Does ${part({ track, many, first, last })}${instead(before)}`,
      leave: ({ track, many, first, last }: Sum) => `No longer does ${part({ track, many, first, last })}`,
      other: otherPart,
    },
    department: {
      take: ({ track, many, first, last, name, before }: Sum) =>
        `${name}: ${part({ track, many, first, last })}${instead(before)}`,
      leave: ({ track, many, first, last }: Sum) => `Cut: ${part({ track, many, first, last })}`,
      other: otherPart,
    },
  },
  more: ({ many }: Many) =>
    count(many, {
      one: 'and 1 more after these: once screens show the plan, the printed sheet has all of them',
      other: `and ${many} more after these: once screens show the plan, the printed sheet has all of them`,
    }),
  each: ({ many }: Many) => `Each of these ${many} things, one by one`,
  with: ({ names }: { readonly names: readonly string[] }) => `with ${list(names)}`,
  carries: ({ names }: { readonly names: readonly string[] }) => `with ${list(names)} in hand`,
  item: ({ item, many }: { readonly item: string; readonly many: number }) =>
    count(many, { one: item, other: `${item}, ${many} things` }),
}
