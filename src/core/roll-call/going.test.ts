// That a roll call goes on reaches the screens of those who would take part in it, as a number and never as a name.

import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { begun, listed, NOON, said, sees, tell, told } from '../../../test/kit/roll-calls.ts'
import { roleNames } from '../disclosure/policy.ts'
import { instant, later, minutes } from '../kit/time.ts'
import { hearsOfRollCalls, rollCallGoing } from './going.ts'
import { emptyRollCalls, SHOWN_MS } from './roll-call.ts'

const now = instant(NOON + 120_000)
const on = told([begun], { people: [listed('ann'), listed('ben')] })

test('ROLLCALL-24: the caller, stage management, the company manager and front of house hear that one goes on; nobody else', () => {
  const hear = roleNames.filter((role) => hearsOfRollCalls(aViewer(role, { person: 'zed' })))
  expect(hear.toSorted()).toEqual(['ASM', 'CM', 'FOH', 'SM', 'caller'])
})

test('ROLLCALL-24: since when, how many are seen and how many not; nothing before it, nor once a person has ended it', () => {
  expect(rollCallGoing(emptyRollCalls, now)).toEqual({ going: null })
  expect(rollCallGoing(on, now).going).toMatchObject({ of: 2, seen: 0, notSeen: 2 })
  const one = tell(on, [sees('ann')])
  expect(rollCallGoing(one, now).going).toMatchObject({ of: 2, seen: 1, notSeen: 1 })
  expect(JSON.stringify(rollCallGoing(one, now))).not.toContain('ann')
  const ended = tell(one, [said({ kind: 'ended', by: 'Jo' })])
  expect(rollCallGoing(ended, now)).toEqual({ going: null })
  const { at } = rollCallGoing(one, now).going ?? { at: now }
  expect(rollCallGoing(one, later(at, SHOWN_MS)).going).not.toBeNull()
  expect(rollCallGoing(one, later(at, minutes(SHOWN_MS / 60_000 + 1)))).toEqual({ going: null })
})
