// `npm run soak`: the kill, power-cut and whole-night tests and the bar of noticing, for long. Prints what they print.
// How long: GHOSTLIGHT_ROUNDS (kills or power cuts), GHOSTLIGHT_NIGHTS and GHOSTLIGHT_EVENINGS (presence).

import { ensureInstalled, interrupted, Missing, runPinned, runScript } from './bootstrap.mjs'

const runs = {
  kill: ['--project', 'faults', 'kill'],
  power: ['--project', 'faults', 'power'],
  nights: ['--project', 'nights'],
  presence: ['--project', 'nights', 'presence.test'],
}
const env = {
  GHOSTLIGHT_ROUNDS: process.env.GHOSTLIGHT_ROUNDS ?? '200',
  GHOSTLIGHT_NIGHTS: process.env.GHOSTLIGHT_NIGHTS ?? '2000',
}
// Only the presence soak sets it: the nights are long enough without.
const evenings = process.env.GHOSTLIGHT_EVENINGS ?? '25'
const howLong = {
  nights: `${env.GHOSTLIGHT_NIGHTS} nights`,
  presence: `${evenings} evenings of each of forty layouts`,
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
      env: name === 'presence' ? { ...env, GHOSTLIGHT_EVENINGS: evenings } : env,
      quietInput: true,
    })
    worst = Math.max(worst, code)
  }
  return worst
})
