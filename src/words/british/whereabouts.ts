// Texts of where everyone is: Where is…, the stage map. Nobody is called more than the plan knows.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Name = { readonly name: string }

/** What is known of where somebody is, and by whose word. */
export const lastWord = {
  eyes: ({ by }: { readonly by: string }) => `seen by ${by}`,
  eyesOnly: 'seen',
  cans: ({ by }: { readonly by: string }) => `heard on cans by ${by}`,
  cansOnly: 'heard on cans',
  weak: {
    'own tap': 'their own tap',
    device: 'their device',
    'fixed point': 'a code they read',
    microphone: 'their microphone',
    entrance: 'an entrance nobody flagged',
  },
  isWeak: ({ what }: { readonly what: string }) => `weak: ${what}`,
  at: ({ place, what }: { readonly place: string; readonly what: string }) => `${place}, ${what}`,
  ago: ({ age }: { readonly age: string }) => `${age} ago`,
  certainty: {
    seen: 'seen',
    expected: 'expected',
    weak: 'weak',
    old: 'seen a while ago',
    nothing: 'nothing tonight',
  },
  nothing: 'Nobody has said they saw them tonight.',
  expectedOnStage: 'expected on stage',
  stage: 'On stage',
}

export const whereIs = {
  title: 'Where is…',
  open: 'Where is…',
  done: 'Done',
  label: 'Where is: two letters',
  hint: 'Two letters of a name',
  keys: '‹↑› ‹↓› choose · ‹Enter› mark as seen · ‹Esc› back',
  nobody: 'Nobody is called that. Names are added in the show, under Company.',
  noPeople: 'Nobody can be looked up here yet. People are added in the show, under Company.',
  found: (people: number) => count(people, { one: '1 person', other: `${people} people` }),
  notSignedIn: 'not signed in',
  due: ({ title, place }: { readonly title: string; readonly place: string }) =>
    `due ${[place, title].filter((one) => one !== '').join(' · ')}`,
  nothingDue: 'nothing more due tonight',
  looking: ({ by }: { readonly by: string }) => `${by} is looking`,
  concern: 'being asked about',
  mark: ({ name }: Name) => `${name}: by whose word?`,
  markKeys: '‹Enter› mark · ‹Esc› back',
  by: 'Seen or heard by whom: two letters',
  byHint: 'By whom? Two letters; nothing: by you',
  how: 'How',
  eyes: 'With their eyes',
  cans: 'Asked on cans',
  markAs: 'Mark',
  you: 'you',
  marked: ({ name }: Name) => `${name} is marked as seen.`,
  sending: 'sending…',
}

export const stageMap = {
  title: 'Stage map',
  lead: 'Where everyone was last seen, drawn as seen from the house. A name is where somebody saw them; nobody is followed.',
  notGiven: 'This device is not given where people are. Ask the stage manager for a desk’s link.',
  back: 'Back to the desk',
  list: 'Everyone',
  listHead: 'Everyone, by name',
  more: (people: number) => count(people, { one: 'and 1 more', other: `and ${people} more` }),
  parts: {
    backstage: 'Backstage',
    right: 'Stage right',
    stage: 'Stage',
    left: 'Stage left',
    front: 'Front and outside',
    unknown: 'No place known',
  },
  nobody: 'nobody',
  legend: 'How sure',
  noPeople: 'Nobody is in this show yet. People are added in the show, under Company.',
}
