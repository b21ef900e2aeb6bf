// A night with an incident in it, from the first sign-in to the close, run by itself where there is no network: counts what tried to leave.

import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { argv } from 'node:process'
import { ANSWER_MS } from '../../src/core/incident/functions.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { said } from './incidents.ts'
import { openServedHouse, RealSocket } from './served-house.ts'
import { sightingShow } from './sighting-show.ts'

/** Packets of either kind that had nowhere to go: in this namespace there is no way to anybody but oneself. */
function refusedRoutes(): number {
  const rows = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((row) => row.startsWith('Ip:'))
  const [names, figures] = rows.map((row) => row.split(' '))
  const four = Number(figures?.[names?.indexOf('OutNoRoutes') ?? 0])
  const six = /Ip6OutNoRoutes\s+(\d+)/.exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1]
  return four + Number(six)
}

/** So that a count of nought is known to be one: an address that is nobody's. */
const tryToLeave = (): Promise<void> =>
  new Promise((done) => {
    const socket = connect({ host: '203.0.113.1', port: 443 })
    socket.on('error', () => done())
    socket.on('connect', () => done())
  })

/** How often it is looked whether the house has asked, until it has asked several. */
const LOOK_MS = 250
const LOOKS_MAX = 120
const ASKED_MIN = 4

let shift = 0
const clock = {
  now: () => instant(Date.now() + shift),
  sinceStart: () => instant(Date.now() + shift),
  after: (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}

async function wholeNight(): Promise<number> {
  const house = await openServedHouse({ show: sightingShow, clock })
  const cookie = await house.pair({ roles: ['caller', 'SM'], person: id<'person'>('sal') })
  const desk = await new RealSocket(house.server.port, { headers: { cookie } }).hello()
  for (const { id: person } of sightingShow.people) await desk.press({ name: 'sign.in', person }, clock.now())
  await desk.press({ name: 'act.up', act: 1 }, clock.now())
  const tell = (path: string, body: unknown) =>
    house.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const records = [
    said({ kind: 'opened', place: 'SL1', how: 'hold' }, clock.now()),
    said({ kind: 'done', deed: 'call-made' }, clock.now()),
    said({ kind: 'handed-over', to: 'Crew 12' }, clock.now()),
  ]
  await tell('/api/incident', { sentAt: clock.now(), device: 'phone-1234', said: records })
  for (const page of ['/incident', '/drill', '/roll-call', '/']) await house.ask(page)
  await desk.press({ name: 'clock.hold' }, clock.now())
  shift += ANSWER_MS
  // The house looks once a second; what it asks of people goes to screens, and nowhere else.
  const asks = async (): Promise<number> => {
    const incident = { incident: records[0]?.incident, drill: false, seen: null }
    const whole = await tell('/api/incident/whole', incident)
    return (JSON.parse(whole.text) as { records: readonly unknown[] }).records.length - records.length
  }
  let asked = await asks()
  for (let looks = 0; looks < LOOKS_MAX && asked < ASKED_MIN; looks += 1) {
    await new Promise((done) => setTimeout(done, LOOK_MS))
    asked = await asks()
  }
  await desk.press({ name: 'clock.resume' }, clock.now())
  await desk.press({ name: 'act.down', act: 1 }, clock.now())
  await house.close()
  return asked
}

const before = refusedRoutes()
if (argv[2] === 'leave') await tryToLeave()
const asked = argv[2] === 'leave' ? 0 : await wholeNight()
console.log(JSON.stringify({ attempts: refusedRoutes() - before, asked }))
process.exit(0)
