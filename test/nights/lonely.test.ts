// Where there is no network at all nothing of a night tries to leave: neither the incident's asks nor anything beside it.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../kit/ghostlight.ts'

const RUN_MS_MAX = 60_000
const alone = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']

function inNothing(...words: readonly string[]) {
  const ran = spawnSync('unshare', [...alone, ...words], { cwd: root, encoding: 'utf8', timeout: RUN_MS_MAX })
  return { code: ran.status, out: ran.stdout, told: ran.stderr }
}

test('INCIDENT-71: in a network namespace no attempt at an outbound connection is counted in a whole night', ({
  skip,
}) => {
  if (inNothing('true').code !== 0) skip('this system gives no network namespace of our own')
  const script = join(root, 'test/kit/lonely-night.ts')
  const count = (...more: readonly string[]) => {
    const ran = inNothing(process.execPath, script, ...more)
    expect(ran).toMatchObject({ code: 0 })
    return JSON.parse(ran.out.trim().split('\n').at(-1) ?? '{}') as { attempts: number; asked: number }
  }
  // One that tries is counted; without that, nought would say nothing.
  expect(count('leave').attempts).toBeGreaterThan(0)
  const night = count()
  expect(night.attempts).toBe(0)
  expect(night.asked).toBeGreaterThan(3)
})
