// The tables of a show in whatever columns a spreadsheet has them; and the headings under which we write them ourselves.

import type { Cells, TableName } from '../../core/editing/edit.ts'
import { type PasteSaid, type PlotReading, readPlot } from './plot.ts'
import { CELL_LENGTH_MAX } from './table.ts'

export type PastedTable = TableName | 'cues'

/** In the order of the screen: the column, our own heading, and the words of others for it. */
type Heads = readonly (readonly [column: string, heading: string, words: RegExp])[]

export const tableHeads: Readonly<Record<PastedTable, Heads>> = {
  cues: [
    ['department', 'Department', /^(dep(artmen)?t\.?|dpt\.?|system|area|trade|desk|whose)$/i],
    ['number', 'Number', /^(cue|q)( ?(no\.?|nr\.?|number|num|id|#))?$|^(no\.?|nr\.?|number|num\.?|#|id)$/i],
    ['title', 'Title', /^(title|name|description|what|action|label|effect|does|what it does|notes?)$/i],
    [
      'words',
      'Line',
      /^(line|cue line|words|text|trigger|called on|call on|on the (line|word)s?|placement)$/i,
    ],
    ['page', 'Page', /^(page|pg\.?|p\.?|script page)$/i],
    ['item', 'Scene', /^(scene|sc\.?|item|song|musical number|act ?\/ ?scene|in)$/i],
    ['follow', 'Follow', /^(continue|follows?([- ]?on)?|auto([- ]?follow)?|f\/o)$/i],
  ],
  changes: [
    ['track', 'Track', /^(track|who|code|performer|actor)$/i],
    ['item', 'Item', /^(item|scene|number|no\.?|song|in)$/i],
    ['at', 'At', /^(at|when|time|moment)$/i],
    ['place', 'Place', /^(place|where|location|booth)$/i],
    ['from', 'From', /^(from|out of|costume off|off)$/i],
    ['to', 'Into', /^(into|to|costume|costume on|changes into)$/i],
    ['seconds', 'Takes', /^(takes|length|duration|seconds|time needed|quick change)$/i],
    ['dressers', 'Dressers', /^(dressers?|dressed by|help(ed by)?)$/i],
    ['under', 'Underdressed', /^(underdressed|under|u\/d)$/i],
    ['notes', 'Notes', /^(notes?|remarks?|comments?)$/i],
  ],
  'hand-offs': [
    ['prop', 'Prop', /^(prop|what|item handed|thing)$/i],
    ['from', 'From', /^(from|gives|giver|hands over)$/i],
    ['to', 'To', /^(to|takes|receiver|gets)$/i],
    ['item', 'Item', /^(item|scene|number|no\.?|song|in)$/i],
    ['at', 'At', /^(at|when|time|moment)$/i],
    ['place', 'Place', /^(place|where|location)$/i],
  ],
  presets: [
    ['title', 'What', /^(what|title|preset|description|set)$/i],
    ['place', 'Place', /^(place|where|location|position)$/i],
    ['prop', 'Prop', /^(prop)$/i],
    ['department', 'Department', /^(dep(artmen)?t\.?|who|whose|set by)$/i],
    ['before', 'Before', /^(before|item|scene|for)$/i],
  ],
  mics: [
    ['pack', 'Pack', /^(pack|mic(rophone)?|number|no\.?|radio|channel|tx)$/i],
    ['track', 'Track', /^(track|who|code|performer|worn by)$/i],
    ['seconds', 'To fit it', /^(to fit it|fitting|seconds|swap|swap time|takes|time)$/i],
  ],
  calls: [
    ['act', 'Act', /^(act|before|before which act|which act)$/i],
    ['words', 'Call', /^(call|words|what|name)$/i],
    ['before', 'Minutes', /^(minutes|mins?|how long( before)?|time|when)$/i],
  ],
  company: [
    ['name', 'Name', /^(name|who|full name|person)$/i],
    ['called', 'Called', /^(called|call name|known as|on the tannoy|short)$/i],
    ['does', 'Does', /^(does|what|as|role|part|job|position|title)$/i],
    ['kind', 'Kind', /^(kind|type|department|engagement)$/i],
    ['phone', 'Phone', /^(phone|telephone|mobile|cell|tel\.?|(phone|mobile) (no\.?|number))$/i],
    ['email', 'E-mail', /^e-?mail( address)?$/i],
  ],
}

const NOTHING = 'nothing'

export type ReadCells = { readonly row: Cells }

/** A cell that is not there is not in the row: what a row does not say stays as it was. */
export function readRows(
  text: string,
  chosen: readonly string[] | null,
  name: PastedTable,
  said: PasteSaid = {},
): PlotReading<string, ReadCells> {
  const heads = tableHeads[name]
  const columns = heads.map(([column]) => column)
  const read = readPlot<string, ReadCells>(
    text,
    chosen?.map((one) => (columns.includes(one) ? one : NOTHING)) ?? null,
    {
      heads: heads.map(([column, , words]) => [column, words]),
      usual: columns,
      nothing: NOTHING,
      longest: CELL_LENGTH_MAX,
      read: (cell) => ({ row: Object.fromEntries(columns.map((column) => [column, cell(column)])) }),
    },
    said,
  )
  if (!read.ok) return read
  const has = new Set(read.columns)
  const inIt = ({ row }: ReadCells) => Object.entries(row).filter(([column]) => has.has(column))
  return { ...read, rows: read.rows.map((one) => ({ ...one, row: Object.fromEntries(inIt(one)) })) }
}
