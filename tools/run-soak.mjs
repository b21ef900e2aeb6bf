// `npm run soak`: the kill, power-cut and whole-night tests, the ladder and the bar of noticing, for long. Prints what they
// print. How long: GHOSTLIGHT_ROUNDS (kills or power cuts), GHOSTLIGHT_NIGHTS (nights, and evenings of the ladder, alone and
// in a whole house, from GHOSTLIGHT_FROM on) and GHOSTLIGHT_EVENINGS (presence).

import { ensureInstalled, interrupted, Missing, runPinned, runScript } from './bootstrap.mjs'

const runs = {
  kill: ['--project', 'faults', 'kill'],
  power: ['--project', 'faults', 'power'],
  nights: ['--project', 'nights'],
  ladders: ['--project', 'nights', 'ladder.test'],
  evenings: ['--project', 'nights', 'evenings.test'],
  presence: ['--project', 'nights', 'presence.test'],
}
const env = {
  GHOSTLIGHT_ROUNDS: process.env.GHOSTLIGHT_ROUNDS ?? '200',
  GHOSTLIGHT_NIGHTS: process.env.GHOSTLIGHT_NIGHTS ?? '2000',
}
/** Of a whole house with everything that fails in it, fewer fit into an hour. */
const WHOLE_EVENINGS = '500'
// Only the presence soak sets it: the nights are long enough without.
const evenings = process.env.GHOSTLIGHT_EVENINGS ?? '25'
const howLong = {
  nights: `${env.GHOSTLIGHT_NIGHTS} nights`,
  ladders: `${env.GHOSTLIGHT_NIGHTS} evenings of the ladder alone`,
  evenings: `${process.env.GHOSTLIGHT_NIGHTS ?? WHOLE_EVENINGS} evenings of a whole house`,
  presence: `${evenings} evenings of each of forty layouts`,
}
function envOf(name) {
  if (name === 'presence') return { ...env, GHOSTLIGHT_EVENINGS: evenings }
  if (name === 'evenings')
    return { ...env, GHOSTLIGHT_NIGHTS: process.env.GHOSTLIGHT_NIGHTS ?? WHOLE_EVENINGS }
  return env
}

const sixHoursMs = 6 * 3600 * 1000

await runScript(async () => {
  const asked = process.argv[2]
  const names = asked === undefined ? Object.keys(runs) : [asked]
  if (names.some((name) => !Object.hasOwn(runs, name))) {
    throw new Missing(`there is no soak called "${asked}"; there are ${Object.keys(runs).join(', ')}.`)
  }
  ensureInstalled()
  let worst = 0
  for (const name of names) {
    if (interrupted() !== undefined) break
    console.log(`\n── ${name}: ${howLong[name] ?? `${env.GHOSTLIGHT_ROUNDS} rounds`}`)
    const limits = [`--testTimeout=${sixHoursMs}`, `--hookTimeout=${sixHoursMs}`]
    const runner = ['node_modules/vitest/vitest.mjs', 'run', ...runs[name], ...limits]
    // Not intercepted: lines come out when they are written, bare, and a long run can be watched.
    const code = await runPinned([...runner, '--disableConsoleIntercept'], {
      env: envOf(name),
      quietInput: true,
    })
    worst = Math.max(worst, code)
  }
  return worst
})
