// Texts of the first screen and of the show's own pages: company, running order, cues, departments, files.

import { counting } from '../plural.ts'
import { covers } from './covers.ts'
import { which, whichFirst } from './kinds.ts'
import { casting, entrances, tracks } from './plots.ts'
import { cuesPaste, plot, tables } from './tables.ts'

const count = counting('en-GB')

export const office = {
  name: 'Ghostlight',
  desk: 'To the desk',
  first: 'First screen',
  unreached: 'Ghostlight cannot be reached. Nothing was changed; press again in a moment.',
  loading: 'Looking for the show…',
  noShow: 'There is no show yet.',
  forEditors: 'This page is stage management’s. What there is for you is on your own page.',
  begin: 'Begin one',
  back: 'Back',
  next: 'Next',
  undo: 'Take back',
  redo: 'Do again',
  remove: 'Remove',
  removeAgain: 'Remove: again',
  change: 'Change',
  save: 'Save',
  cancel: 'Leave it',
  doors: {
    title: 'What would you like to do?',
    watch: 'Watch a night in five minutes',
    watchHint:
      'An invented musical plays itself, with its desk and a phone side by side. It is kept apart from your own record.',
    own: 'My own show',
    ownHint: 'Six questions, and tonight is open: calls, a roll, and a desk to call from.',
    file: 'Open a file',
    fileHint: 'A show that was saved, or a play to begin from.',
    hasShow: ({ title }: { readonly title: string }) =>
      `“${title}” is open. It stays as it is until you open another.`,
  },
  questions: {
    of: ({ at, all }: { readonly at: number; readonly all: number }) => `Question ${at} of ${all}`,
    title: 'What is the show called?',
    titleHint: 'As it is announced. It can be changed later.',
    venue: 'Where is it played?',
    venueHint:
      'The name of the house in the first line, its address below it, as you would tell it to an ambulance.',
    country: 'In which country?',
    countryHint: 'It decides how the calls are named and counted.',
    countries: { GB: 'Britain or Ireland', US: 'United States of America' },
    curtain: 'When does tonight’s curtain go up?',
    caller: 'Who calls the show?',
    callerHint: 'The person who gives the calls and the cues tonight, mostly the DSM. It may be you.',
    names: 'Who is in it?',
    namesHint:
      'Paste the names from anywhere: a mail, a spreadsheet, a cast list. One to a line, with or without what they do. It may stay empty.',
    read: 'Read these names',
    skip: 'Start from an empty cue list',
    skipHint: 'Leaves the other questions for later.',
    open: 'Open the show',
    opening: 'Opening…',
    today: 'today',
    tomorrow: 'tomorrow',
    curtainIs: ({ day, left }: { readonly day: string; readonly left: string }) => `That is ${day}, ${left}.`,
    inWords: ({ minutes }: { readonly minutes: number }) =>
      minutes < 0
        ? 'and has passed'
        : minutes < 120
          ? `in ${minutes} minutes`
          : `in ${Math.floor(minutes / 60)} hours`,
  },
  tabs: {
    label: 'Parts of the show',
    people: 'Company',
    order: 'Running order',
    cues: 'Cues',
    tracks: 'Tracks',
    entrances: 'Entrances',
    covers: 'Who can cover',
    changes: 'Changes',
    'hand-offs': 'Hand-offs',
    presets: 'Presets',
    mics: 'Microphones',
    calls: 'Calls',
    departments: 'Departments',
    details: 'Title and house',
    help: 'Help in this building',
  },
  tonight: {
    none: 'No performance is open.',
    same: ({ number }: { readonly number: number }) =>
      `${whichFirst(number)} is played from what stands here.`,
    use: 'Use this version tonight',
  },
  people: {
    title: 'Company',
    lack: 'Nobody is in the company yet. With names there are a roll, a sign-in sheet and phones.',
    count: ({ many }: { readonly many: number }) => count(many, { one: '1 person', other: `${many} people` }),
    leaving:
      'Whoever is taken out of the company is signed out with it: their phones, letters and passkeys are good no more; if tonight is still played with them, once it is closed. Put back, they are paired anew.',
    paste: 'Add names',
    pasteHint:
      'Paste or type: one to a line, by commas, or in columns. “Keeper — Ana Lopes” and numbered lists are understood.',
    understood: ({ many }: { readonly many: number }) =>
      `${count(many, { one: '1 person', other: `${many} people` })} understood. Is this right?`,
    none: 'There is no name in that.',
    swap: 'The names are on the other side',
    accept: ({ many }: { readonly many: number }) =>
      `Add ${count(many, { one: '1 person', other: `${many} people` })}`,
    again: 'Paste again',
    name: 'Name',
    does: 'What they do',
    kind: 'Kind',
    called: 'Called',
    line: ({ line }: { readonly line: number }) => `Line ${line}`,
    lines: ({ lines, many }: { readonly lines: string; readonly many: number }) =>
      count(many, { one: `Line ${lines}`, other: `Lines ${lines}` }),
    leftOut: 'Left out:',
  },
  kinds: {
    principal: 'plays a part',
    ensemble: 'company or ensemble',
    swing: 'swing',
    standby: 'standby',
    alternate: 'alternate',
    understudy: 'understudy',
    child: 'child',
    chaperone: 'chaperone',
    crew: 'crew',
    operator: 'operator',
    dresser: 'dresser, wigs or make-up',
    'stage management': 'stage management',
    music: 'music',
    creative: 'creative team',
    'front of house': 'front of house',
    management: 'management',
  },
  order: {
    title: 'Running order',
    lack: 'There is no running order yet. With one every screen knows where the show is and what is next.',
    count: ({ many }: { readonly many: number }) => count(many, { one: '1 item', other: `${many} items` }),
    paste: 'Paste a running order',
    pasteHint:
      'Scenes and songs in rows, from a spreadsheet, a CSV file or a mail: number, title, act and length in any columns. “Interval” is understood.',
    read: 'Read it',
    replace: ({ many }: { readonly many: number }) =>
      `Use these ${count(many, { one: '1 row', other: `${many} rows` })}`,
    replaces:
      'They take the place of the running order below. Rows with the same number or title stay the same item, and keep their cues.',
    column: ({ index }: { readonly index: number }) => `Column ${index + 1} is`,
    columns: {
      code: 'its number',
      title: 'its title',
      act: 'the act',
      length: 'how long it is',
      kind: 'what kind it is',
      nothing: 'left out',
    },
    code: 'No.',
    itemTitle: 'Title',
    act: 'Act',
    length: 'Length',
    kind: 'Kind',
    add: 'Add a row',
    addHint: 'Number, title and length; Enter adds it at the end.',
    lengthHint: '4:30, or 4 for minutes',
    none: 'There is no row in that.',
  },
  itemKinds: {
    overture: 'overture',
    scene: 'scene',
    number: 'number',
    dance: 'dance',
    transition: 'transition',
    interval: 'interval',
    "entr'acte": 'entr’acte',
    bows: 'bows',
    playout: 'playout',
  },
  cues: {
    title: 'Cues',
    lack: 'There are no cues yet. Type the first one below: Enter keeps it and begins the next.',
    noOrder:
      'There is no running order yet: these cues stand in one act, called “The show”. A running order can be pasted at any time.',
    guessed:
      'When a cue comes in its scene is laid out evenly until a performance has been played: it is called on its words, not on a time.',
    count: ({ many }: { readonly many: number }) => count(many, { one: '1 cue', other: `${many} cues` }),
    entry: 'The next cue',
    changing: ({ name }: { readonly name: string }) => `Change ${name}`,
    item: 'In',
    department: 'Department',
    number: 'Number',
    words: 'Called on',
    does: 'What it does',
    together: 'with the cue before it',
    keys: 'Enter keeps the cue and begins the next; its number goes on by itself. “snd: a bell” is a sound cue. Page Down and Page Up: the next and the last item. Ctrl+Enter: called together with the cue before it.',
    add: 'Keep this cue',
    up: 'Up',
    down: 'Down',
    whole: 'The show',
    sending: 'sending…',
    refused: 'Not kept:',
    back: 'Put it back into the fields',
    drop: 'Forget it',
  },
  renumber: {
    open: 'Number cues anew',
    hint: 'All cues of one department, in the order in which they are called. What hangs on a cue goes with it. The board keeps its own numbers: tell its operator before the next call.',
    from: 'From number',
    step: 'In steps of',
    keep: ({ short, many, from, last }: { short: string; many: number; from: number; last: number }) =>
      count(many, {
        one: `Number 1 cue: ${short} ${from}`,
        other: `Number ${many} cues: ${short} ${from} to ${last}`,
      }),
    done: ({ short, many }: { readonly short: string; readonly many: number }) =>
      count(many, {
        one: `1 cue of ${short} is numbered anew. “Take back” gives it its old number.`,
        other: `${many} cues of ${short} are numbered anew. “Take back” gives them their old numbers.`,
      }),
  },
  plot,
  casting,
  tables,
  cuesPaste,
  tracks,
  entrances,
  covers,
  departments: {
    title: 'Departments',
    lack: 'No department yet. A cue’s first “LX” or “SND” makes one; here they get their names.',
    short: 'Said before the number',
    name: 'Name',
    cues: ({ many }: { readonly many: number }) => count(many, { one: '1 cue', other: `${many} cues` }),
    add: 'Add a department',
  },
  details: {
    title: 'Title and house',
    showTitle: 'Title',
    venue: 'House',
    address: 'Its address',
    country: 'Country',
    timeZone: 'Time zone of its clocks',
    saved: 'Saved.',
    places: 'Where shared tablets stand and cards hang',
    placesHint:
      'One to a line: what it is called, then what it is. “SL1 Left wing, downstage”, “DR4 Dressing room 4”.',
    savePlaces: 'Save them',
  },
  files: {
    title: 'Files and record',
    choose: 'A show, a play or a list',
    chooseHint:
      'A show that was saved here; a play in TEI, Fountain, Final Draft, Word, a PDF with words, or plain text; a list of cues, a rundown or a running sheet from a spreadsheet (XLSX, CSV) or an Eos desk. Drop the file here, or choose it. It is read and checked first; nothing is opened until you say so. A table saved from its own page (changes, presets and the like) is chosen or pasted there again.',
    button: 'Choose a file',
    reading: 'Reading…',
    show: ({ title }: { readonly title: string }) => `“${title}” can be opened.`,
    play: ({ title }: { readonly title: string }) =>
      `“${title}” is a play. It can be the beginning of a show.`,
    list: ({ title }: { readonly title: string }) =>
      `“${title}” is a list. It can be the beginning of a show.`,
    keepCompany: ({ title, people }: { readonly title: string; readonly people: number }) =>
      `Keep the company (${count(people, { one: '1 person', other: `${people} people` })}), house and departments of “${title}”`,
    replaces: ({ title }: { readonly title: string }) =>
      `“${title}” is open now, and what is opened takes its place. Save the show as a file first if its running order, cues or tracks are wanted again.`,
    pointHead: 'Which of these rows says what the columns are?',
    headRow: ({
      sheet,
      line,
      text,
    }: {
      readonly sheet: string
      readonly line: number
      readonly text: string
    }) => (sheet === '' ? `Row ${line}: ${text}` : `${sheet}, row ${line}: ${text}`),
    askList: 'If it was read from the wrong place, say where the list is and read it again.',
    sheet: 'Sheet, by its name',
    head: 'The number of the row that says what the columns are',
    as: 'What it is',
    asItself: 'As its columns say',
    asCues: 'Cues to call',
    asRundown: 'A rundown',
    asTasks: 'A running sheet: who does what',
    again: 'Read it again',
    cuesCsv: 'Cues as CSV',
    allWorkbook: 'All lists as a workbook',
    rundownCsv: 'Running order as CSV',
    tracksCsv: 'Tracks as CSV',
    entrancesCsv: 'On and off as CSV',
    coversCsv: 'Who can cover as CSV',
    companyCsv: 'Company as CSV',
    tables: 'Save lists for a spreadsheet',
    tablesHint:
      'Read back, they are the same lists: cues and running order as a file here, the others chosen or pasted on their own pages.',
    counts: ({
      people,
      roles,
      items,
      cues,
    }: {
      readonly people: number
      readonly roles: number
      readonly items: number
      readonly cues: number
    }) =>
      `${count(people, { one: '1 person', other: `${people} people` })}, ${count(roles, { one: '1 part', other: `${roles} parts` })}, ${count(items, { one: '1 item', other: `${items} items` })}, ${count(cues, { one: '1 cue', other: `${cues} cues` })}.`,
    wrong: 'This file cannot be used as it is:',
    look: 'Worth a look:',
    open: 'Open it for tonight',
    save: 'Save the show as a file',
    saveHint: 'Everything that was typed here, to keep or to take to another machine.',
    report: 'Save tonight’s report as data',
    reportPage: 'Read the report',
    record: 'Save tonight’s record',
    recordHint: 'A closed performance with its show, in a file that can be checked by itself.',
    verify: 'Check the record',
    verifyHint: 'Whether every byte that was ever written is as it was written.',
    verified: ({ events, performances }: { readonly events: number; readonly performances: number }) =>
      `All ${events} entries of ${count(performances, { one: '1 performance', other: `${performances} performances` })} are as they were written.`,
    /** `performance`: null where it is the house’s own record. */
    damaged: ({
      what,
      seq,
      performance,
    }: {
      readonly what: string
      readonly seq: number
      readonly performance: number | null
    }) =>
      `Damaged: entry ${seq} of ${performance === null ? 'the record of the house' : which(performance)}: ${what}.`,
    none: 'Nothing has been opened yet.',
  },
  dryRun: {
    press: 'Try out how people are noticed',
    hint: 'On companies that do not exist, a few evenings: how often somebody who is not where they should be is looked for before their entrance, and at what cost. It takes some seconds.',
    heads: {
      rule: 'What is done',
      before: 'Looked for three minutes before',
      asks: 'Questions a show',
      searches: 'Searches for somebody who is well, a show',
    },
    rules: {
      'entrance-only': 'Nothing until the entrance',
      timeout: 'Unseen for too long',
      overdue: 'Not seen where usual',
      cusum: 'More and more not seen where usual',
      risk: 'Likelihood alone, nobody asked',
      'head-count': 'A head-count at intervals',
      quiet: 'Ghostlight, quiet',
      full: 'Ghostlight, full',
      lists: 'Ghostlight, with lists at the wings',
    },
    within: ({ share, within }: { readonly share: string; readonly within: string }) =>
      `${share} (give or take ${within})`,
    on: ({
      layouts,
      evenings,
      incidents,
      ceiling,
    }: {
      readonly layouts: number
      readonly evenings: number
      readonly incidents: number
      readonly ceiling: string
    }) =>
      `${layouts} invented companies, ${evenings} evenings each, ${incidents} people not where they should be, each looked at alone. ${ceiling} of them leave three minutes at all. Few evenings say little: the figures that Ghostlight goes by are of many more.`,
  },
}
