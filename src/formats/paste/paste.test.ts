// Lists as people keep them: names and running orders in the forms they come in, and everything else that is pasted.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newShow } from '../../core/editing/details.ts'
import { setOrder } from '../../core/editing/order.ts'
import { addPeople } from '../../core/editing/people.ts'
import { readLength } from './length.ts'
import { PARTS_MAX, readNames } from './names.ts'
import { readOrder } from './order.ts'
import { CELL_LENGTH_MAX, PASTE_CELLS_MAX, PASTE_LENGTH_MAX, PASTE_ROWS_MAX, readTable } from './table.ts'

const rowsOf = (text: string) => {
  const table = readTable(text)
  return table.ok ? table.rows : table.errors.map(({ line, message }) => `${line}: ${message}`)
}

describe('a table', () => {
  test('PASTE-1: tabs, semicolons, commas and quotation marks are read, and rows keep their line', () => {
    expect(rowsOf('a\tb\n\nc\td\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['c', 'd'] },
    ])
    expect(rowsOf('a;b\nc;"d; e"')).toMatchObject([{ cells: ['a', 'b'] }, { cells: ['c', 'd; e'] }])
    expect(rowsOf('"Lopes, Ana",Keeper\nBen "Bo" Carr,Gull')).toMatchObject([
      { cells: ['Lopes, Ana', 'Keeper'] },
      { cells: ['Ben "Bo" Carr', 'Gull'] },
    ])
    expect(rowsOf('\uFEFFone line\nanother, odd\nthird')).toMatchObject([
      { cells: ['one line'] },
      { cells: ['another, odd'] },
      { cells: ['third'] },
    ])
  })

  test('PASTE-2: at each bound it is read, beyond it refused with its line', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`).join('\n')
    expect(rowsOf(lines(PASTE_ROWS_MAX)).length).toBe(PASTE_ROWS_MAX)
    expect(rowsOf(lines(PASTE_ROWS_MAX + 1))).toEqual([`5001: At most 5000 rows can be taken at once.`])
    const cells = (count: number) => Array.from({ length: count }, () => 'x').join('\t')
    expect(rowsOf(cells(PASTE_CELLS_MAX)).length).toBe(1)
    expect(rowsOf(`a\n${cells(PASTE_CELLS_MAX + 1)}`)[0]).toMatch(/^2: A row has at most 50/)
    expect(rowsOf('x'.repeat(CELL_LENGTH_MAX)).length).toBe(1)
    expect(rowsOf(`a\n${'x'.repeat(CELL_LENGTH_MAX + 1)}`)[0]).toMatch(/^2: A cell holds/)
    expect(rowsOf(`${'x\n'.repeat(10)}${' '.repeat(PASTE_LENGTH_MAX - 20)}`).length).toBe(10)
    expect(rowsOf(' '.repeat(PASTE_LENGTH_MAX + 1))[0]).toMatch(/^1: This is longer than 1024 kB/)
    expect(rowsOf('a,b\n"c,d\ne,f')[0]).toMatch(/quotation mark/)
  })
})

const named = (text: string, nameIsLast: boolean | null = null) => {
  const read = readNames(text, nameIsLast)
  return read.ok ? read.people.map(({ name, does }) => (does === '' ? name : `${name}|${does}`)) : read.errors
}

describe('names', () => {
  test('PASTE-3: each form in which lists of names come is understood', () => {
    expect(named('Ana Lopes\nBen Carr')).toEqual(['Ana Lopes', 'Ben Carr'])
    expect(named('Ana Lopes, Ben Carr, Cho Min, Dara Quist, Eli Fox')).toEqual([
      ...['Ana Lopes', 'Ben Carr', 'Cho Min', 'Dara Quist', 'Eli Fox'],
    ])
    expect(named('1. Ana Lopes\n2) Ben Carr\n- Cho Min\n• Dara Quist\n5 Eli Fox')).toEqual([
      ...['Ana Lopes', 'Ben Carr', 'Cho Min', 'Dara Quist', 'Eli Fox'],
    ])
    expect(named('Keeper — Ana Lopes\nGull - Ben Carr\nThe widow: Cho Min')).toEqual([
      ...['Ana Lopes|Keeper', 'Ben Carr|Gull', 'Cho Min|The widow'],
    ])
    expect(named('Ana Lopes (Keeper)\nBen Carr [Gull]\nCho Min as the widow')).toEqual([
      ...['Ana Lopes|Keeper', 'Ben Carr|Gull', 'Cho Min|the widow'],
    ])
    expect(named('Role\tName\nKeeper\tAna Lopes\nGull\tBen Carr')).toEqual([
      'Ana Lopes|Keeper',
      'Ben Carr|Gull',
    ])
    expect(named('Name,Role\nAna Lopes,Keeper')).toEqual(['Ana Lopes|Keeper'])
    expect(named('Lopes, Ana\nCarr, Ben')).toEqual(['Ana Lopes', 'Ben Carr'])
    expect(named('Jean-Luc d’Arcy\nMaría José de la Cruz\nŁukasz Żak')).toEqual([
      ...['Jean-Luc d’Arcy', 'María José de la Cruz', 'Łukasz Żak'],
    ])
  })

  test('PASTE-4: the side of the names is worked out over the whole list, and turned by a person', () => {
    expect(named('Ana Lopes — Keeper\nBen Carr — Ensemble\nCho Min — Ensemble')).toEqual([
      ...['Ana Lopes|Keeper', 'Ben Carr|Ensemble', 'Cho Min|Ensemble'],
    ])
    expect(named('Ensemble — Ben Carr\nEnsemble — Cho Min\nOld Tom — Ana Lopes')).toEqual([
      ...['Ben Carr|Ensemble', 'Cho Min|Ensemble', 'Ana Lopes|Old Tom'],
    ])
    expect(named('Ana Lopes — Keeper', true)).toEqual(['Keeper|Ana Lopes'])
  })

  test('PASTE-5: the words of the trade say what kind of engagement it is; anything else is a part', () => {
    const read = readNames(
      [
        'Ann A\tDSM',
        'Ben B\tLX op',
        'Cho C\tDresser',
        'Dan D\tMusical Director',
        'Eve E\tKeeper',
        'Fay F\tSwing',
        'Gil G\t',
      ].join('\n'),
      false,
    )
    expect(read.ok && read.people.map((one) => one.kind)).toEqual([
      ...['stage management', 'operator', 'dresser', 'music', 'principal', 'swing', 'ensemble'],
    ])
  })

  test('PASTE-6: numbers and addresses of people are left out and told, a name twice is told', () => {
    const read = readNames(
      'Ana Lopes\tKeeper\t07700 900123\nBen Carr\tGull\tben@example.org\nana lopes\tGull',
      null,
    )
    if (!read.ok) throw new Error('it is read')
    expect(read.people.map(({ name, does }) => `${name}|${does}`)).toEqual([
      'Ana Lopes|Keeper, Gull',
      'Ben Carr|Gull',
    ])
    expect(read.left.map(({ line }) => line)).toEqual([1, 2])
    expect(read.people.map(({ doubt }) => doubt)).toEqual([
      'This name stands in the list more than once, and is taken for one person.',
      null,
    ])
    expect(JSON.stringify(read.people)).not.toMatch(/07700|example/)
  })

  test('PASTE-6: a number or an address beside a name on its line takes nobody out of the list', () => {
    for (const beside of [
      '07700 900123',
      '(0161) 496 0000 ana@example.org',
      '<ana@example.org>',
      'm: +44 7700 900123',
    ]) {
      const read = readNames(`Keeper – Ana Lopes ${beside}\nGull – Ben Carr (he/him)`, null)
      if (!read.ok) throw new Error('it is read')
      expect(read.people.map(({ name, does }) => `${name}|${does}`)).toEqual([
        'Ana Lopes|Keeper',
        'Ben Carr|Gull',
      ])
      expect(read.left.map(({ line }) => line)).toEqual([1])
    }
  })

  test('PASTE-14: what a mail says around the names makes nobody, and is told with its line', () => {
    const mail = [
      ...['Dear all, here is the company list as promised!', ''],
      ...['CAST:', 'Hamlet – Zoë Smith-Jones', 'Polonius, Sam Brown', 'Ghost – Sam Brown', 'Osric – (TBC)'],
      ...['Guildenstern – O’Neill, Patrick', 'Marcellus – van der Berg, Pieter', 'Sound: Priya & Tom'],
      ...[
        'STAGE MANAGEMENT',
        'Ruth Adeyemi – DSM',
        'Ivo Petrak',
        'CREW',
        'Lance Bass',
        'Best wishes',
        'Jenny',
      ],
    ].join('\n')
    const read = readNames(mail, null)
    if (!read.ok) throw new Error('it is read')
    expect(read.people.map(({ name, does, kind }) => [name, does, kind].join('|'))).toEqual([
      ...['Zoë Smith-Jones|Hamlet|principal', 'Sam Brown|Polonius, Ghost|principal'],
      ...['Patrick O’Neill|Guildenstern|principal', 'Pieter van der Berg|Marcellus|principal'],
      ...['Priya|Sound|operator', 'Tom|Sound|operator', 'Ruth Adeyemi|DSM|stage management'],
      ...['Ivo Petrak|STAGE MANAGEMENT|stage management', 'Lance Bass|CREW|crew', 'Jenny||ensemble'],
    ])
    expect(read.left.map(({ line }) => line)).toEqual([1, 3, 7, 11, 14, 16])
    expect(read.left[2]?.message).toBe('Nobody is named here for Osric yet.')
  })

  test('PASTE-14: somebody’s parts are read up to the bound, however often the list has them', () => {
    const rows = Array.from({ length: PASTE_ROWS_MAX }, (_, at) => `Part ${at}\tAna Lopes`).join('\n')
    const read = readNames(rows, true)
    expect(read.ok && read.people.map(({ does }) => does.split(', ').length)).toEqual([PARTS_MAX])
  })
})

const order = (text: string) => {
  const read = readOrder(text, null)
  if (!read.ok) throw new Error('it is read')
  return read.rows.map(({ act, code, title, seconds, kind }) => [act, code, title, seconds, kind].join('|'))
}

describe('a running order', () => {
  test('PASTE-7: in any columns, with headings or without, or in one', () => {
    const told = ['1|1|Lamp lit|240|scene', '1|2|No boat|390|scene', '2|3|Bows|90|bows']
    expect(
      order('No.\tScene\tAct\tLength\n1\tLamp lit\t1\t4:00\n2\tNo boat\t1\t6:30\n3\tBows\t2\t1:30'),
    ).toEqual(told)
    expect(order('Act,Duration,Title,Number\n1,4:00,Lamp lit,1\n1,6:30,No boat,2\n2,1:30,Bows,3')).toEqual(
      told,
    )
    expect(order('1\tLamp lit\t4:00\n2\tNo boat\t6:30')).toEqual(told.slice(0, 2))
    expect(order('Lamp lit;4:00;Act 1;1\nNo boat;6:30;Act 1;2\nBows;1:30;Act 2;3')).toEqual(told)
    expect(order('1. Lamp lit 4:00\n2. No boat 6:30')).toEqual(told.slice(0, 2))
    expect(order('Lamp lit\nNo boat')).toEqual(['1||Lamp lit||scene', '1||No boat||scene'])
    const chosen = readOrder('1\tLamp lit\t4:00', ['title', 'code', 'nothing'])
    expect(chosen.ok && chosen.rows[0]).toMatchObject({ title: '1', code: 'Lamp lit', seconds: null })
    expect(chosen.ok && chosen.columns).toEqual(['title', 'code', 'nothing'])
  })

  test('PASTE-8: lengths as people write them; what is none is told with its line', () => {
    const all = ['4:30', '1:08:22', '4\'30"', '4’30”', '4 min', '4m', '90 s', '1h 5m', '12', '2.5', '2,5']
    expect(all.map(readLength)).toEqual([270, 4102, 270, 270, 240, 240, 90, 3900, 720, 150, 150])
    for (const none of ['', 'long', '4:3', '-2', '4:30:1', '12345']) expect(readLength(none)).toBeNull()
    const read = readOrder('No.\tTitle\tLength\n1\tLamp\tshort', null)
    expect(read.ok && read.left).toEqual([
      { line: 2, column: 1, message: '“short” is not a length: write 4:30, or 4 for minutes.' },
    ])
  })

  test('PASTE-9: acts stand in rows of their own, or begin behind an interval; kinds are known by their words', () => {
    expect(order('Act One\nOverture\n1 Lamp\nAct Two\n2 Boat')).toEqual([
      ...['1||Overture||overture', '1|1|Lamp||scene', '2|2|Boat||scene'],
    ])
    expect(order('1 Lamp\nInterval 20 min\n2 Boat\nBows')).toEqual([
      ...['1|1|Lamp||scene', '1||Interval|1200|interval', '2|2|Boat||scene', '2||Bows||bows'],
    ])
  })
})

test('PASTE-2: as many names as a table may hold are read while the server does nothing else', () => {
  const name = (index: number) =>
    [...String(index)].reduce((all, digit) => `${all}${'abcdefghij'[Number(digit)]}`, 'Ana Lopes')
  const text = Array.from({ length: PASTE_ROWS_MAX }, (_, index) => `Keeper ${index} — ${name(index)}`).join(
    '\n',
  )
  const read = readNames(text, null)
  expect(read.ok && read.people.length).toBe(PASTE_ROWS_MAX)
  expect(read.ok && read.people[0]).toMatchObject({ name: name(0), does: 'Keeper 0' })
})

test('PASTE-10: reading whatever is pasted never throws, and what it proposes is kept or refused in a sentence', () => {
  const empty = newShow({ title: 'x', venue: '', address: '', country: 'GB', timeZone: 'UTC' })
  const bit = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '\t',
      ',',
      ';',
      '\n',
      '"',
      ' — ',
      '4:30',
      'Act 2',
      'Interval',
      'Ana Lopes',
      'Role',
      'Name',
      '(',
      '12',
    ),
  )
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
      const text = bits.join('')
      const names = readNames(text, null)
      if (names.ok) expect(typeof addPeople(empty, names.people).ok).toBe('boolean')
      const read = readOrder(text, null)
      if (read.ok) expect(typeof setOrder(empty, read.rows).ok).toBe('boolean')
    }),
    { numRuns: 500 },
  )
})
