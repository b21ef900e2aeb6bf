// What is said of who is out and of plans: by the stage manager's hand, who approves what is proposed or something that is not.

import { limits } from '../../src/core/absence/absence.ts'
import { castChannels, planReasons } from '../../src/core/covering/covering.ts'
import type { Dice } from '../../src/core/kit/dice.ts'
import { planningBy } from '../../src/server/cover/planning.ts'
import type { Plans } from '../../src/server/hub/drafts.ts'
import type { Night } from '../../src/server/hub/stage.ts'
import type { Sections, WireCommand } from '../../src/wire/messages.ts'
import type { Reference } from './reference.ts'

/** Something is proposed that is not in force, or somebody is to be told of what is. */
export const isPlanning = ({ plan, draft }: Sections): boolean =>
  draft?.proposal?.same === false || (plan !== undefined && plan.tell.length + plan.told.length > 0)

type Cell = { readonly track: string; readonly item: null; readonly person: string }

/** What is on the screen is taken back with it, or stays and may be in the way. */
function drafted(draft: Sections['draft'], cell: Cell, owner: string, dice: Dice): WireCommand {
  const { locks, bans } = draft ?? { locks: [], bans: [] }
  const free = dice.chance(0.8) ? { locks: [...locks], bans: [...bans] } : { locks: [], bans: [] }
  const settle = {
    locks: dice.chance(0.5) ? [cell] : [],
    bans: dice.chance(0.7) ? [{ ...cell, person: owner }] : [],
  }
  return { name: 'plan.draft', settle, free, leave: null }
}

export function planByTheList(sections: Sections, dice: Dice): WireCommand | null {
  const { plan, draft, casting, availability } = sections
  if (casting === undefined || casting.people.length === 0) return null
  const row = casting.rows.length > 0 ? dice.pick(casting.rows) : undefined
  const anybody = dice.pick(casting.people).person
  const person = dice.chance(0.7) ? (row?.owner ?? anybody) : anybody
  const other = dice.pick(casting.people).person
  const able = row && row.able.length > 0 ? dice.pick(row.able) : other
  const cell = { track: row?.track ?? 'nothing', item: null, person: able }
  const first = plan?.tell[0]
  const told = plan?.told[0]
  const version = plan?.shown ?? 1
  const until = dice.chance(0.8) ? 'tonight' : 'return'
  return dice.pick<WireCommand>([
    // With everybody here there is nothing to plan.
    ...Array.from(
      { length: availability?.lines.length === 0 ? 8 : 1 },
      (): WireCommand => ({ name: 'out.say', person, word: { as: 'out' }, until }),
    ),
    { name: 'out.say', person, word: { as: 'limited', without: dice.pick(limits) }, until },
    { name: 'out.end', person },
    { name: 'out.undo', person },
    // To somebody who does not know it nothing is given; kept from whoever has it, it is another's or nobody's.
    drafted(draft, cell, row?.owner ?? anybody, dice),
    { name: 'plan.other', proposal: draft?.proposal?.id ?? 'none', other: 0 },
    {
      name: 'plan.ask',
      proposal: draft?.proposal?.id ?? 'none',
      cut: draft?.proposal?.cuts[0]?.spot ?? 'none',
    },
    ...Array.from(
      { length: draft?.proposal?.same === false ? 12 : 3 },
      (): WireCommand => ({
        ...{ name: 'plan.take', proposal: draft?.proposal?.id ?? 'none', why: dice.pick(planReasons) },
        ...{ told: [], override: dice.chance(0.5) },
      }),
    ),
    // Seldom is anything approved: where it was, telling and taking that back come often enough to be judged.
    ...Array.from(
      { length: first ? 24 : 1 },
      (): WireCommand => ({ name: 'plan.tell', to: first?.to ?? { person }, version, by: other }),
    ),
    ...Array.from(
      { length: told ? 8 : 1 },
      (): WireCommand => ({
        name: 'plan.untell',
        to: told?.to ?? { person },
        version: told?.version ?? version,
      }),
    ),
    { name: 'plan.errand', to: person, by: other },
    {
      ...{ name: 'plan.announce', version, channel: dice.pick(castChannels) },
      used: dice.chance(0.7),
    },
  ])
}

/** Without a solver, whose thread no scheduler can hold: whoever is here does what they know, first come first served. */
export const greedily: Plans = () =>
  planningBy(async () => ({ done: 'failed', why: 'There is no solver in this house.' }))

/** What a device takes from the screen is a proposal's name; what is approved by it is known at the owner's door only. */
export function hearApprovals({ owner }: Night, reference: Reference): void {
  const submit = owner.submit.bind(owner)
  owner.submit = (request) => {
    const { id: press, by, command, madeAt } = request
    if (command.name === 'plan.approve') reference.asked(press, { by, command, madeAt })
    return submit(request)
  }
}
