// `ghostlight reorder SHOW --swap A B`: what another order of the show would bring, all of it, before anybody accepts it.

import { parseArgs } from 'node:util'
import type { Change } from '../../core/reorder/change.ts'
import type { Consequence } from '../../core/reorder/consequence.ts'
import { consequences } from '../../core/reorder/consequences.ts'
import type { Edition, Item, Show } from '../../core/show/show.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import { systemClock } from '../clock/clock.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { readText } from './text.ts'

const USAGE = 'reorder SHOW (--swap A B | --cut A) [--json]'

export const reorder: Command = {
  usage: USAGE,
  what: 'says everything that a cut, or two items changed about, would bring: changes, props, travel, cues, hours',
  run: async (args) => {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        swap: { type: 'string' },
        cut: { type: 'string' },
      },
      allowPositionals: true,
      tokens: true,
    })
    // Of "--swap A B" the second is a word of its own: the one behind it.
    const at = tokens.findIndex((token) => token.kind === 'option' && token.name === 'swap')
    const behind = tokens[at + 1]
    const second = at >= 0 && behind?.kind === 'positional' ? behind.value : ''
    const file = positionals.find((one, index) => one !== second || index !== positionals.lastIndexOf(second))
    const { swap, cut } = values
    const wanted = swap === undefined ? 1 : 2
    if (file === undefined || positionals.length !== wanted || (swap === undefined) === (cut === undefined))
      throw new Error(`Say which show, and what becomes of it: ghostlight ${USAGE}`)
    const read = readShowFile(readText(file))
    if (!read.ok) throw new Error(findingLines(file, read.errors))
    const change: Change =
      swap === undefined
        ? { kind: 'cut', item: itemCalled(read.show, cut ?? '').id }
        : {
            kind: 'swap',
            item: itemCalled(read.show, swap).id,
            with: itemCalled(read.show, second).id,
          }
    const began = systemClock.now()
    const told = consequences(
      { show: read.show, edition: editionOf(read.show).id },
      { inForce: [], proposed: [change], curtain: null },
    )
    if (!told.ok) throw new Error(told.refusal.sentence)
    const lines = told.value.map((one) => lineOf(read.show, one))
    const ms = systemClock.now() - began
    process.stdout.write(
      values.json ? `${JSON.stringify({ change, consequences: lines, ms })}\n` : inWords(lines),
    )
    return 0
  },
}

function editionOf({ editions }: Show): Edition {
  const [first] = editions
  if (!first) throw new Error('The show has no running order yet.')
  return first
}

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

/** By its number, its title or its id. */
function itemCalled({ items }: Show, said: string): Item {
  const found = items.filter(
    ({ id, code, title }) => id === said || [code, title].some((name) => spoken(name) === spoken(said)),
  )
  const [only, more] = found
  if (only && !more) return only
  throw new Error(`“${said}” is not in the running order, or is there twice.`)
}

function lineOf({ items, tracks, departments, venue, ...show }: Show, one: Consequence) {
  const named = <T extends { readonly id: string }>(all: readonly T[], id: string | null) =>
    all.find((each) => each.id === id)
  const item = named(items, one.item)
  return {
    kind: one.kind,
    item: item ? [item.code, item.title].filter((word) => word !== '').join(' ') : one.item,
    seconds: one.seconds,
    track: named(tracks, one.track)?.code ?? null,
    department: named(departments, one.department)?.short ?? null,
    place: named(venue.places, one.place)?.code ?? null,
    from: named(venue.places, one.from)?.code ?? null,
    about: named([...show.costumes, ...show.props], one.about)?.name ?? one.about,
    other: one.other,
    lacks: one.lacks,
  }
}

function inWords(lines: readonly ReturnType<typeof lineOf>[]): string {
  if (lines.length === 0) return 'It brings nothing that does not fit.\n'
  const said = lines.map(({ kind, item, track, department, place, about, lacks }) => {
    const whose = [track, department, place, about].filter((word) => word !== null).join(', ')
    const short = lacks === null || lacks === 0 ? '' : `, ${Math.ceil(lacks)} s short`
    return `  ${item}: ${kind} (${whose})${short}`
  })
  return `${[`It brings ${lines.length}:`, ...said].join('\n')}\n`
}
