// Plays as they were imported, cast with doubling by the smallest cast, on nights of absences: every plan is one that people can do.

import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyAbsence } from '../../src/core/absence/absence.ts'
import { minimumCast } from '../../src/core/casting/minimum-cast.ts'
import { verify } from '../../src/core/cover/verify.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { coverNightOf, planOfChanges } from '../../src/core/night/cover-night-of.ts'
import { emptyNight, type NightState, planOf } from '../../src/core/night/night.ts'
import type { Person, Show } from '../../src/core/show/show.ts'
import { importTei } from '../../src/formats/tei/import.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { openSolver, type Solver } from '../../src/server/cover/solver.ts'

/** Beside the checkout, never in it: these texts may not be passed on. */
const folder = fileURLToPath(new URL('../../../shared/data/scripts/shakedracor/tei/', import.meta.url))
const absent = 'the development set of plays does not lie beside this checkout'
const plays = ['macbeth.xml', 'a-midsummer-nights-dream.xml']
const NIGHTS = 50
const SWINGS = 2
const CHANGE_SECONDS = 71
const NOW = instant(Date.UTC(2031, 5, 6, 18, 0, 0))

let solver: Solver
beforeAll(() => {
  solver = openSolver(systemClock)
})
afterAll(() => solver.close())

const person = (name: string): Person => ({ id: id<'person'>(name), name, callName: name })

/** Each performer has the parts of one group; the swings and the next performer are learning them. */
function cast(show: Show): Show {
  const { doubling } = minimumCast(show, CHANGE_SECONDS)
  const players = doubling.map((_roles, at) => person(`player-${at + 1}`))
  const swings = Array.from({ length: SWINGS }, (_one, at) => person(`swing-${at + 1}`))
  const people = [...players, ...swings]
  const ownerOf = new Map(doubling.flatMap((roles, at) => roles.map((role) => [role, at] as const)))
  return {
    ...show,
    people,
    engagements: people.map(({ id: who }, at) => ({
      person: who,
      kind: at < players.length ? 'ensemble' : 'swing',
    })),
    tracks: show.tracks.map((track) => {
      const at = ownerOf.get(track.roles?.[0] ?? id<'role'>('nobody')) ?? 0
      const owner = players[at]
      const next = players[(at + 1) % players.length]
      if (!owner || !next) return track
      return { ...track, owner: owner.id, covers: [...swings.map((one) => one.id), next.id] }
    }),
  }
}

function aNight(show: Show, throws: Dice): NightState {
  const out = new Set(Array.from({ length: throws.whole(1, 3) }, () => throws.pick(show.people).id))
  const words = [{ word: { as: 'out' as const }, until: 'tonight' as const, at: NOW, by: 'sam', from: null }]
  return {
    ...emptyNight,
    absence: { ...emptyAbsence, people: [...out].map((who) => ({ person: who, words })) },
  }
}

test('CASTING-4: imported plays, cast with doubling, on nights of absences: every plan passes the check', async ({
  skip,
}) => {
  if (!existsSync(folder)) return skip(absent)
  for (const file of plays) {
    const imported = importTei(readFileSync(`${folder}${file}`, 'utf8'), file)
    if (!imported.ok) throw new Error(file)
    const show = cast(imported.show)
    const plan = planOf(show)
    const book = planOfChanges(plan, emptyNight, [], [])
    expect(book && verify(coverNightOf(plan, emptyNight, NOW), book)).toEqual([])
    const took: number[] = []
    let proved = 0
    for (let seed = 1; seed <= NIGHTS; seed += 1) {
      const night = coverNightOf(plan, aNight(show, dice(seed)), NOW)
      const began = performance.now()
      const covered = await coverTonight(night, solver.solve)
      took.push(performance.now() - began)
      if (covered.proved) proved += 1
      expect([file, seed, verify(night, covered.plan)]).toEqual([file, seed, []])
    }
    const sorted = took.toSorted((one, other) => one - other)
    const most = Math.round(sorted.at(-1) ?? 0)
    const median = Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
    process.stdout.write(
      `${file}: ${show.people.length} people, ${show.obligations.length} entrances, ${NIGHTS} nights: ${proved} proved; median ${median} ms, most ${most} ms\n`,
    )
  }
}, 600_000)
