// The end of a night: peace, time to come to rest, and then everything is held against what the log has.

import { currentPerformance } from '../../src/core/installation/installation.ts'
import { canonical, type Json } from '../../src/core/kit/json.ts'
import { isOfDrafts } from '../../src/server/hub/drafts.ts'
import { senderCommand } from '../../src/server/hub/perform.ts'
import type { Log } from '../../src/server/log/log.ts'
import { READ_LIMIT_MAX } from '../../src/server/log/log.ts'
import { openMemoryLog } from '../../src/server/log/memory.ts'
import type { Answer } from '../../src/wire/messages.ts'
import type { Device } from './device.ts'
import type { Scene } from './night.ts'

/** Given up, tried again with the longest pause, offered again: all of it is over by then. */
const PEACE_MS_MAX = 30_000
const LOOK_MS = 500

/** Ends every fault and waits until all screens are right; how long that took, or null. */
export async function peaceAt(scene: Scene): Promise<number | null> {
  const { scheduler, house, devices } = scene
  // Until now, not "never was": what time demands of the house is asked only once it has been well for a while.
  house.disk.fullUntil = Math.min(house.disk.fullUntil, scheduler.now())
  house.disk.slowUntil = Math.min(house.disk.slowUntil, scheduler.now())
  for (const device of devices) {
    device.wake()
    device.line()?.heal()
  }
  const from = scheduler.now()
  while (scheduler.now() - from < PEACE_MS_MAX) {
    await scheduler.run(scheduler.now() + LOOK_MS)
    const isRight = devices.every((device) => complaintAbout(scene, device) === null)
    if (isRight && houseComplaint(scene) === null) return scheduler.now() - from
  }
  return null
}

/** How many devices are right, and a finding for everything that is not. */
export async function judge(scene: Scene): Promise<number> {
  const { devices, witness, house } = scene
  const closed = houseComplaint(scene)
  if (closed !== null) witness.finds('SIM-12', closed)
  let converged = 0
  for (const device of devices) {
    const complaint = complaintAbout(scene, device)
    if (complaint === null) converged += 1
    else witness.finds('SIM-12', `${device.name} ${complaint}`)
  }
  const log = openMemoryLog({ shelf: house.shelf })
  await judgeLog(scene, log)
  for (const device of devices) await judgeAnswers(scene, log, device)
  judgeOwner(scene)
  return converged
}

/** Why the server is not at rest, or null where it is. */
function houseComplaint({ house, reference }: Scene): string | null {
  const night = house.stage()?.night()
  if (!night) return 'no performance is open'
  const { id } = night.performance
  if (id !== currentPerformance(reference.installation())?.id) return 'the last one planned is not on'
  return night.owner.state().calling.opened === null ? `${id} was never opened` : null
}

/** I10 once more: what the owner of the night holds is what its events add up to. */
function judgeOwner({ house, reference, witness }: Scene): void {
  const night = house.stage()?.night()
  if (!night) return
  const { id } = night.performance
  if (text(night.owner.state()) !== text(reference.night(id, reference.head(id)))) {
    witness.finds('SIM-5', 'the owner’s last state is not what the events add up to')
  }
}

/** Why this device is not at rest, or null where it is. */
function complaintAbout({ house, reference, screens }: Scene, device: Device): string | null {
  const { state } = device
  const revoked = reference.installation().devices.find((one) => one.id === device.name)?.revokedAt != null
  if (revoked) {
    if (state.connection !== 'stopped') return 'was signed off and does not know it'
    return Object.keys(state.sections).length === 0 ? null : 'was signed off and still shows something'
  }
  if (state.connection !== 'live' || state.stale)
    return `is ${state.connection}${state.stale ? ' and stale' : ''}`
  const waiting = state.presses.find((press) => press.outcome === null)
  if (waiting) return `still waits for the answer to ${waiting.id}`
  const performance = house.stage()?.night()?.performance.id
  if (performance === undefined || device.performance !== performance) return 'is at another performance'
  const { devices: _devices, keeping: _keeping, codes: _codes, draft: _draft, ...rest } = state.sections
  const { choices: _choices, ...shown } = rest
  const wrong = screens.wrongSection(device.viewer, performance, shown)
  return wrong === null ? null : `does not show “${wrong}” as it is`
}

/** I2 and I7: everything that the log took is in it, unchanged, and what the model knows of is all. */
async function judgeLog({ witness, reference }: Scene, log: Log): Promise<void> {
  const verification = await log.verify()
  if (!verification.ok) witness.finds('SIM-6', `the log is damaged: ${JSON.stringify(verification.firstBad)}`)
  for (const stream of reference.streams()) {
    const kept = await log.read(stream, 1, READ_LIMIT_MAX)
    const taken = reference.events(stream)
    const lost = taken.find((event, index) => kept[index]?.hash !== event.hash)
    if (lost) witness.finds('SIM-6', `${stream} ${lost.seq} (${lost.type}) was taken and is not there`)
    if (kept.length > taken.length) witness.finds('SIM-6', `${stream} holds events that nobody asked for`)
  }
}

/** What a device was told, against the log: the same each time, and true. */
async function judgeAnswers(scene: Scene, log: Log, device: Device): Promise<void> {
  const { witness, reference } = scene
  for (const [command, answers] of device.answers) {
    const said = [...new Set(answers.flatMap((answer) => settled(answer)))]
    if (said.length > 1) witness.finds('SIM-3', `${command} was answered ${said.join(' and ')}`)
    // What is settled before a plan is asked for is no event: it is gone with the server, and asked for again.
    const asked = device.outcomes.get(command)?.command
    if (asked && isOfDrafts(asked)) continue
    const known = []
    for (const stream of reference.streams()) {
      const answer = await log.answer(stream, senderCommand(device.name, command))
      if (answer !== null) known.push({ stream, ...answer })
    }
    const effects = known.filter(({ firstSeq, lastSeq }) => lastSeq >= firstSeq)
    if (effects.length > 1) {
      witness.finds('SIM-3', `${command} took effect in ${effects.map(({ stream }) => stream).join(' and ')}`)
    }
    for (const answer of answers) {
      if (answer.ok && !known.some((one) => text(one.answer) === text({ ok: true, seq: answer.seq }))) {
        witness.finds('SIM-6', `${command} was answered with ${answer.seq}, and that is not in the log`)
      }
      if (!answer.ok && 'refusal' in answer && effects.length > 0) {
        witness.finds('SIM-4', `${command} was refused (${answer.refusal.code}) and took effect`)
      }
    }
  }
  judgeOutcomes(scene, device)
}

/** Every press has come to something, and every note to the log or to a sentence that says why not. */
function judgeOutcomes({ witness }: Scene, device: Device): void {
  // Whoever was signed off is not asked any more.
  if (device.state.connection === 'stopped') return
  for (const [id, { kind, command, sentence }] of device.outcomes) {
    if (kind === null) witness.finds('SIM-12', `${id} (${command.name}) never came to anything`)
    const lost = kind === 'failed' || (kind === 'not-sent' && !NOT_KEPT.test(sentence))
    if (command.name === 'note.write' && lost) {
      witness.finds('SIM-12', `the note ${id} was not delivered: ${sentence}`)
    }
  }
}

/** Why a note may not be delivered: too many wait, or the performance it was written in is not on any more. */
const NOT_KEPT = /waiting already|another performance/

/** A failure says nothing about what was done; a link is said once. */
function settled(answer: Answer): readonly string[] {
  if (answer.ok) return [text({ ok: true, seq: answer.seq })]
  return 'refusal' in answer ? [text({ ok: false, refusal: answer.refusal })] : []
}

const text = (value: unknown): string => (value === undefined ? '' : canonical(value as Json))
