// `npm run soak`: the kill, power-cut and whole-night tests, the ladder, the bar of noticing and the cover's second solver, for
// long. Prints what they print. How long: GHOSTLIGHT_ROUNDS (kills or power cuts), GHOSTLIGHT_NIGHTS (nights, and evenings of the ladder, alone and
// in a whole house) and GHOSTLIGHT_EVENINGS (presence). `npm run soak evenings -- --from 5001 --nights 300` plays the seeds from
// there on, so that runs of ladders and evenings add up.

import { ensureInstalled, interrupted, Missing, runPinned, runScript } from './bootstrap.mjs'

const runs = {
  kill: ['--project', 'faults', 'kill', 'edited-show'],
  power: ['--project', 'faults', 'power'],
  nights: ['--project', 'nights'],
  ladders: ['--project', 'nights', 'ladder.test'],
  evenings: ['--project', 'nights', 'evenings.test'],
  presence: ['--project', 'nights', 'presence.test'],
  imported: ['--project', 'nights', 'imported-'],
  cover: ['--project', 'nights', 'cover-memory.test'],
  oracle: ['--project', 'nights', 'cover-oracle'],
  taint: ['--project', 'nights', 'tainted.test'],
  files: ['--project', 'nights', 'spoilt-files.test'],
}
/** What may be said behind the name, and where it goes. */
const options = { '--from': 'GHOSTLIGHT_FROM', '--nights': 'GHOSTLIGHT_NIGHTS' }
const seeded = ['ladders', 'evenings', 'taint']

/** Into the environment, as if it had been set there. */
function readOptions(name, given) {
  for (let at = 0; at < given.length; at += 2) {
    const [option, number] = [given[at], given[at + 1]]
    if (!Object.hasOwn(options, option) || !seeded.includes(name))
      throw new Missing(
        `"${option}" is nothing to say here; ${seeded.join(' and ')} take ${Object.keys(options).join(' and ')}.`,
      )
    if (!/^[1-9]\d{0,8}$/.test(number ?? ''))
      throw new Missing(`${option} takes a whole number from 1; "${number ?? ''}" is none.`)
    process.env[options[option]] = number
  }
}

const envNow = () => ({
  GHOSTLIGHT_ROUNDS: process.env.GHOSTLIGHT_ROUNDS ?? '200',
  GHOSTLIGHT_NIGHTS: process.env.GHOSTLIGHT_NIGHTS ?? '2000',
})
/** Of a whole house with everything that fails in it, fewer fit into an hour. */
const WHOLE_EVENINGS = '500'
/** Whole houses, with everything that is sealed in them. */
const TAINTED_NIGHTS = '100'
/** A second solver takes seconds for a night. */
const ORACLE_NIGHTS = '50'
/** Of each imported play. */
const IMPORTED_NIGHTS = '50'
// Only the presence soak sets it: the nights are long enough without.
const evenings = process.env.GHOSTLIGHT_EVENINGS ?? '25'
const solves = process.env.GHOSTLIGHT_SOLVES ?? '400'
/** Spoilt in other ways than those of every change; GHOSTLIGHT_SPOILT_SEED says from which seed on. */
const spoilt = process.env.GHOSTLIGHT_SPOILT_FILES ?? '10000'
const fromWords = () => (process.env.GHOSTLIGHT_FROM ? `, from seed ${process.env.GHOSTLIGHT_FROM} on` : '')
const howLong = {
  nights: ({ GHOSTLIGHT_NIGHTS }) => `${GHOSTLIGHT_NIGHTS} nights`,
  ladders: ({ GHOSTLIGHT_NIGHTS }) => `${GHOSTLIGHT_NIGHTS} evenings of the ladder alone${fromWords()}`,
  evenings: ({ GHOSTLIGHT_NIGHTS }) => `${GHOSTLIGHT_NIGHTS} evenings of a whole house${fromWords()}`,
  cover: () => `${solves} answers of the solver`,
  presence: () => `${evenings} evenings of each of forty layouts`,
  oracle: ({ GHOSTLIGHT_NIGHTS }) => `${GHOSTLIGHT_NIGHTS} nights of a big musical, by two solvers`,
  taint: ({ GHOSTLIGHT_NIGHTS }) =>
    `${GHOSTLIGHT_NIGHTS} nights with a taint in everything that is sealed${fromWords()}`,
  files: () => `${spoilt} spoilt files of every format`,
  imported: ({ GHOSTLIGHT_NIGHTS }) => `${GHOSTLIGHT_NIGHTS} nights of two imported plays`,
}
const rounds = ({ GHOSTLIGHT_ROUNDS }) => `${GHOSTLIGHT_ROUNDS} rounds`
function envOf(name) {
  const env = envNow()
  if (name === 'cover') return { ...env, GHOSTLIGHT_SOLVES: solves }
  if (name === 'files') return { ...env, GHOSTLIGHT_SPOILT_FILES: spoilt }
  if (name === 'presence') return { ...env, GHOSTLIGHT_EVENINGS: evenings }
  if (name === 'evenings')
    return { ...env, GHOSTLIGHT_NIGHTS: process.env.GHOSTLIGHT_NIGHTS ?? WHOLE_EVENINGS }
  if (name === 'imported')
    return { ...env, GHOSTLIGHT_NIGHTS: process.env.GHOSTLIGHT_NIGHTS ?? IMPORTED_NIGHTS }
  if (name === 'taint') return { ...env, GHOSTLIGHT_NIGHTS: process.env.GHOSTLIGHT_NIGHTS ?? TAINTED_NIGHTS }
  if (name === 'oracle') return { ...env, GHOSTLIGHT_NIGHTS: process.env.GHOSTLIGHT_NIGHTS ?? ORACLE_NIGHTS }
  return env
}

const sixHoursMs = 6 * 3600 * 1000

await runScript(async () => {
  const asked = process.argv[2]
  const names = asked === undefined ? Object.keys(runs) : [asked]
  if (names.some((name) => !Object.hasOwn(runs, name))) {
    throw new Missing(`there is no soak called "${asked}"; there are ${Object.keys(runs).join(', ')}.`)
  }
  readOptions(asked, process.argv.slice(3))
  ensureInstalled()
  let worst = 0
  for (const name of names) {
    if (interrupted() !== undefined) break
    console.log(`\n── ${name}: ${(howLong[name] ?? rounds)(envOf(name))}`)
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
