// Texts of the papers: reports, run sheets, running times, tasks.

import { counting } from '../plural.ts'
import { which, whichFirst } from './kinds.ts'

const count = counting('en-GB')

const wasCopied = { printed: 'Printed', saved: 'Saved' } as const

type Copy = {
  readonly was: keyof typeof wasCopied
  readonly day: string
  readonly clock: string
  readonly mark: string
}

export const papers = {
  label: 'Paper',
  report: 'Report',
  tasks: 'Tasks',
  runSheet: 'Run sheet',
  times: 'Times',
  back: 'Back',
  refresh: 'Refresh',
  asData: 'As data',
  print: 'Print',
  notPaired: 'This device is not paired. Ask the stage manager for a link.',
  unreachable: 'The server cannot be reached, so this sheet cannot be fetched.',
  /** What stands in the title and at the foot of every page. */
  named: ({
    night,
    what,
    clock,
  }: {
    readonly night: string
    readonly what: string
    readonly clock: string
  }) => `${night} · ${what} · read ${clock}`,
  /** On paper, and at the end of a file. `mark`: four letters, the same where the same words stand. */
  copyLine: ({
    was,
    day,
    clock,
    by,
    house,
    mark,
  }: Copy & { readonly by: string | null; readonly house: string | null }) =>
    `${wasCopied[was]} ${day}, ${clock}${by === null ? '' : ` by ${by}`}${house === null ? '' : ` · ${house}`} · copy ${mark}`,
  /** Where the house does not say who that is. */
  copyHere: ({ was, day, clock, mark }: Copy) =>
    `${wasCopied[was]} ${day}, ${clock}, by this device’s own clock, by ____________________ · copy ${mark}`,
  printedWhen: 'Printed',
  printedWho: 'by',
  night: ({ title, number }: { readonly title: string; readonly number: number }) =>
    `${title} · ${which(number)}`,
  performanceOf: ({ number }: { readonly number: number }) => which(number),
  erased: 'erased',
  act: ({ act }: { readonly act: number }) => `Act ${act}`,
}

export const report = {
  what: 'report',
  fetching: 'Fetching the report…',
  unreadable: 'cannot be read',
  damaged: ({ number }: { readonly number: number }) =>
    `The record of ${which(number)} is damaged, so it has no report here. Every other performance is as it was. “Check the record” under files and record says which entry it is; a copy from before may have it whole.`,
  performance: 'Performance',
  curtain: ({ day, clock }: { readonly day: string; readonly clock: string }) => `${day} · curtain ${clock}`,
  notClosed: ({ clock }: { readonly clock: string }) => `Not closed yet; as at ${clock}`,
  incidentFiled: 'An incident report was filed.',
  calledOff: 'Called off: no act of it was played. It keeps its number.',
  closed: ({ closed, read }: { readonly closed: string; readonly read: string }) =>
    `Closed ${closed}; read ${read}`,
  times: 'Times',
  timesHeads: {
    act: 'Act',
    up: 'Up',
    down: 'Down',
    length: 'Length',
    held: 'Held',
    overPlan: 'Over plan',
    overUsual: 'Over usual',
    usual: 'Usual',
  },
  usual: ({ length, performances }: { readonly length: string; readonly performances: number }) =>
    count(performances, {
      one: `${length}, of 1 performance`,
      other: `${length}, of ${performances} performances`,
    }),
  interval: 'Interval',
  runTime: 'Run time',
  showTime: 'Show time',
  curtainTerm: 'Curtain',
  notUp: 'not up yet',
  onTime: 'on time',
  early: ({ length }: { readonly length: string }) => `${length} early`,
  late: ({ length }: { readonly length: string }) => `${length} late`,
  noHolds: 'No holds.',
  holds: 'Holds',
  holdsHeads: { from: 'From', to: 'To', length: 'Length' },
  stillHeld: 'still held',
  noNotes: 'No notes.',
  notes: 'Notes',
  calls: 'Calls',
  callNotGiven: 'not given',
  callsHeads: { call: 'Call', act: 'Act', due: 'Due', given: 'Given', desk: 'The desk was' },
  answers: 'Standbys answered',
  answersHeads: {
    department: 'Department',
    standbys: 'Standbys',
    answered: 'Answered',
    median: 'Median',
    longest: 'Longest silence',
  },
  tasks: 'Tasks',
  tasksHeads: { what: 'What', who: 'Who', from: 'From' },
  done: '☑ done',
  toDo: '☐ to do',
  dropped: '☒ not needed',
  tonight: 'tonight',
  noCue: 'No cue was called.',
  cues: 'Cues called',
  cuesHeads: {
    called: 'Called',
    cues: 'Cues',
    item: 'Item',
    standby: 'Standby',
    answered: 'Answered',
    was: 'Was',
  },
  answeredAfter: ({ department, after }: { readonly department: string; readonly after: string }) =>
    `${department} ${after}`,
  answeredOnCans: ({ department, after }: { readonly department: string; readonly after: string }) =>
    `${department} ${after}, cans`,
  outcomeOf: ({ department, outcome }: { readonly department: string; readonly outcome: string }) =>
    `${department} ${outcome}`,
  notCalled: 'Cues not called',
  notCalledHeads: { cues: 'Cues', why: 'Why' },
  why: { cut: 'cut tonight', skipped: 'skipped', passed: 'the desk went past it' },
}

export const runSheet = {
  fetching: 'Fetching the run sheet…',
  what: ({ department }: { readonly department: string }) => `run sheet, ${department}`,
  title: ({ department }: { readonly department: string }) => `Run sheet · ${department}`,
  department: 'Department',
  asAt: ({ clock }: { readonly clock: string }) => `Times as expected at ${clock}`,
  preset: 'Preset',
  presetHeads: { ticked: '✓', what: 'What', where: 'Where', before: 'Before' },
  running: 'Running',
  nothing: 'Nothing is plotted for this department.',
  heads: {
    time: 'Time',
    item: 'Act, scene',
    cue: 'Cue',
    on: 'On',
    what: 'What',
    from: 'From',
    to: 'To',
    who: 'Who',
    side: 'Side',
    notes: 'Notes',
  },
}

export const statistics = {
  fetching: 'Fetching the times…',
  what: 'running times',
  title: ({ title }: { readonly title: string }) => `${title} · running times`,
  closed: ({ performances }: { readonly performances: number }) =>
    count(performances, {
      one: '1 performance closed so far',
      other: `${performances} performances closed so far`,
    }),
  closedOfMore: ({ performances }: { readonly performances: number }) =>
    `${performances} performances closed so far, the newest of more`,
  how: ({ from, clock }: { readonly from: number; readonly clock: string }) =>
    `Holds are taken out. From ${from} on, the next performance runs at the median. Read ${clock}`,
  none: 'No performance of this show is closed yet.',
  unreadable: ({ numbers }: { readonly numbers: string }) =>
    `Passed over, because the record is damaged there: performance ${numbers}.`,
  performances: 'Performances',
  number: 'No.',
  day: 'Day',
  curtain: 'Curtain',
  intervalAfter: ({ act }: { readonly act: number }) => `Interval after ${act}`,
  intervalAfterAct: ({ act }: { readonly act: number }) => `Interval after act ${act}`,
  notCounted: ({ length }: { readonly length: string }) => `${length} (not counted)`,
  acts: 'Acts and intervals',
  items: 'Items',
  heads: { plan: 'Plan', median: 'Median', most: '9 in 10 under', counted: 'Counted' },
  planStands: ({ counted }: { readonly counted: number }) => `${counted}, the plan stands`,
  plot: {
    title: 'Act times by performance',
    caption: ({ acts }: { readonly acts: string }) =>
      `Length of each act, holds taken out: ${acts}. Hollow: not counted. The figures are in the table below.`,
    act: ({ act, shape }: { readonly act: number; readonly shape: string }) => `act ${act} ${shape}`,
    shapes: { disc: 'disc', square: 'square', diamond: 'diamond', triangle: 'triangle' },
    point: ({ number, act, length }: PlotPoint) => `${whichFirst(number)}, act ${act}: ${length}`,
    pointNotCounted: ({ number, act, length }: PlotPoint) =>
      `${whichFirst(number)}, act ${act}: ${length}, not counted`,
  },
}

type PlotPoint = { readonly number: number; readonly act: number; readonly length: string }

export const tasks = {
  waits: 'waits until the desk is heard',
  title: 'Tasks',
  pageTitle: ({ title }: { readonly title: string }) => `Tasks · ${title}`,
  noneHere: 'There are no notes for this device.',
  nothing: 'Nothing to see to.',
  from: ({ number }: { readonly number: number }) => `from ${which(number)}`,
  done: 'done',
  finish: 'Done',
  drop: 'Not needed',
  dropped: 'not needed',
  reopen: 'Not done after all',
  notes: 'Notes',
  tonights: 'Tonight’s notes',
  whoSees: ({ text }: { readonly text: string }) => `Who sees to: ${text}`,
  nobody: 'nobody',
}
