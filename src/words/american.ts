// American English: what it says in other words than British, and nothing else.

import type { british } from './british.ts'
import { listing } from './plural.ts'
import type { Differences } from './texts.ts'

export const american: Differences<typeof british> = {
  times: { list: listing('en-US'), either: listing('en-US', 'disjunction') },
  where: { interval: ({ act, when }) => `Intermission · act ${act} ${when}` },
  arrivals: {
    title: ({ clock }) => `Not yet in at half hour, ${clock}`,
    text: 'Good evening. Would everyone who has not yet signed in please come to the stage door and sign in. Thank you.',
  },
  card: {
    cans: 'Say it on headset and paging: locked phones stay silent.',
    clear: { firstOfAll: 'Danger there? Headset and the emergency stop first, then this card.' },
    stage: {
      why: 'Nothing here stops or starts it: whoever calls does that at the desk, and says it on headset.',
      steps: {
        stops:
          'Caller: says on headset that the show stops. Heads of department make theirs safe and stand by.',
      },
    },
    deeds: {
      'restart-said': 'Where it goes on from was said on headset',
      'house-ready': 'House seated: the house is yours',
    },
    asks: { what: { 'emergency-caller': 'Call the ambulance' } },
  },
  helpForm: { fields: { codedCall: 'What is said on headset and paging when somebody needs help' } },
  licences: { title: 'Licenses' },
  plots: { places: { parts: { centre: 'Center' } } },
  plan: {
    slips: { channels: { slip: 'Insert in the program' } },
  },
  join: { unreachable: 'The server cannot be reached. Is this device in the theater’s network?' },
  board: {
    clear: ({ act }) => `The house is yours for act ${act}`,
    notClear: 'The house is not yours yet',
    sayClear: 'House is yours',
  },
  // Over there one wears a headset, and nobody a can.
  commands: {
    'house.clear': 'House',
    'house.withdraw': 'House',
    'standby.acknowledge': 'Answer on headset',
    'cans.check': 'Headset',
  },
  department: { sendingAnswer: 'sending… answer on headset', sending: 'sending… say it on headset' },
  nowBlock: {
    allOnCans: 'all answered on headset',
    standingByOnCans: 'standing by, on headset',
    onCans: 'on headset',
    cans: 'headset',
    clearOnCans: 'clear on headset',
  },
  cans: { title: 'Headset', fail: 'When the headset fails' },
  controls: { unheard: 'Nothing is heard from the server: what stands here may be old. Call on headset.' },
  seen: {
    heardBy: ({ by, ago }) => `✓ heard on headset by ${by} ${ago}`,
    onCans: 'Heard on headset',
  },
  ask: {
    heardOnCans: 'Heard on headset, on their way',
    askedOnCans: 'Asked on headset …',
    whom: 'Whom did you ask on headset?',
    saysWho: ({ name }) => `Asked on headset: ${name}. What do they say?`,
  },
  lastWord: { cansOnly: 'heard on headset' },
  whereIs: { cans: 'Heard on headset' },
  concern: {
    spoken: 'on headset',
    askedOnCans: 'Asked on headset: choose whom',
    askedWhom: ({ name }) => `${name} was asked on headset`,
  },
  topBar: { intervalActIn: ({ act }) => `Intermission · act ${act} in` },
  calls: {
    cans: ({ heard, all }) => `Headset: ${heard} of ${all}`,
    houseClear: ({ act }) => `House is yours for act ${act}`,
    houseNotClear: 'House: not yours yet',
    houseWasClear: ({ act }) => `House: was yours for act ${act}`,
    sayClear: 'House is yours',
  },
  watch: {
    interval: ({ act, left }) =>
      `Intermission. Act ${act} is expected ${left}, and every screen counts down to it; a late front of house moves it for all.`,
  },
  office: {
    questions: {
      callerHint: 'The person who gives the calls and the cues tonight, mostly the PSM. It may be you.',
    },
    order: {
      pasteHint:
        'Scenes and songs in rows, from a spreadsheet, a CSV file or a mail: number, title, act and length in any columns. “Intermission” is understood.',
    },
    itemKinds: { interval: 'intermission' },
  },
  beside: {
    example:
      'One fact on each line, for example “Act 1 up 7:32 pm”, “Act 1 down 8:41 pm”, “Places 7:28 pm”, “LX 24 late”, “SND 16 missed”.',
  },
  report: {
    interval: 'Intermission',
    answeredOnCans: ({ department, after }) => `${department} ${after}, headset`,
  },
  statistics: {
    intervalAfter: ({ act }) => `Intermission after ${act}`,
    intervalAfterAct: ({ act }) => `Intermission after act ${act}`,
    acts: 'Acts and intermissions',
  },
  cards: {
    what: {
      department:
        'Point your phone’s camera at the code to see your department’s standbys and cues on it. Voice on headset is the cue; the screen mirrors it.',
    },
    until: ({ clock, day }) => `Good until ${clock}, ${day}. In the theater’s own Wi-Fi only.`,
  },
  posts: { caller: 'The caller’s desk (PSM)' },
  wing: { corners: { PS: 'the caller’s side', OP: 'across from the caller' } },
  house: {
    clearance: 'House',
    giveClearance: ({ act }) => `House is yours for act ${act}`,
    given: ({ act, clock }) => `House given for act ${act} at ${clock}`,
    notGiven: ({ act }) => `House not given yet for act ${act}`,
    takeClearanceBack: 'Take the house back',
    actIsUp: 'The act is up. The house is given again before the next.',
  },
  houseReport: { clearance: ({ act }) => `House given, act ${act}` },
  music: {
    houseClear: ({ act }) => `House is yours for act ${act}`,
    houseNotClear: 'House is not yours yet',
  },
}
