// Texts of the card for when somebody is hurt, and of the form in which a house says where help is.

type Said = { readonly by: string; readonly day: string }

export const incident = {
  title: 'If somebody is hurt',
  unconfirmed: 'number to be confirmed',
  close: 'Close',
  call: ({ number }: { readonly number: string }) => `Call ${number}`,
  callHow: 'From a telephone, with the speaker on. Do not hang up first.',
  tablet: 'A tablet cannot ring: use a telephone.',
  outside: ({ first, number }: { readonly first: string; readonly number: string }) =>
    `From a house telephone: ${first}, then ${number}.`,
  cpr: 'Not awake and not breathing normally: start CPR. Gasping is not breathing. What the call-taker says goes before this card.',
  fetch: 'Send somebody for the AED. Do not leave them alone.',
  door: 'Send somebody to the door, to meet the ambulance and bring the crew in.',
  building: 'This building',
  address: 'Address',
  entrance: 'Entrance for the crew',
  meets: 'Who meets the crew',
  number: 'Emergency number',
  telephones: 'House telephones',
  dead: 'No telephone works in',
  aed: 'AED',
  aedAt: ({
    place,
    code,
    checked,
  }: {
    readonly place: string
    readonly code: string
    readonly checked: string
  }) => `${place}. Code: ${code}. Last checked: ${checked}.`,
  firstAid: 'First aid kit',
  notSet: 'NOT SET',
  notSetCode: 'not set',
  confirmed: ({ number, by, day }: Said & { readonly number: string }) =>
    `${number}, confirmed by ${by} on ${day}`,
  confirmedOld: ({ number, by, day }: Said & { readonly number: string }) =>
    `${number}, confirmed by ${by} on ${day}: more than a year ago, confirm it again`,
  toConfirm: ({ number }: { readonly number: string }) =>
    `${number}, TO BE CONFIRMED: nobody of this building has said that it is right here`,
  support: 'Somebody to talk to, now or later',
  supportLine: ({
    who,
    day,
    source,
  }: {
    readonly who: string
    readonly day: string
    readonly source: string
  }) => `${who}. In a source of ${day} (${source}).`,
  supportOld: ({
    who,
    day,
    source,
  }: {
    readonly who: string
    readonly day: string
    readonly source: string
  }) => `${who}. Last found in a source of ${day} (${source}): check it before you rely on it.`,
  notApproved: 'Not yet approved by your first-aid lead.',
  approved: ({ by, day }: Said) => `Approved by ${by} on ${day}.`,
  approvedOld: ({ by, day }: Said) =>
    `Approved by ${by} on ${day}, more than a year ago: have it looked at again.`,
  aid: 'It replaces no training and no alarm of the house.',
  set: 'Say where help is',
}

export const helpForm = {
  title: 'Help in this building',
  why: 'This stands on the incident card, on every phone and on paper. What is left empty is NOT SET there, and stops nobody.',
  proposed: ({ number, country }: { readonly number: string; readonly country: string }) =>
    `Usual in ${country}: ${number}. Whether it is right from this building only somebody here can say.`,
  fields: {
    number: 'Emergency number',
    outsideLine: 'What is dialled before it on a house telephone',
    telephones: 'Which telephones work',
    deadSpots: 'Where no mobile works',
    confirmedBy: 'Who has confirmed the number',
    confirmedOn: 'On which day',
    entrance: 'Entrance for an ambulance crew',
    meets: 'Who meets the crew',
    aedPlace: 'Where the AED is',
    aedCode: 'Code of its cabinet',
    aedChecked: 'When it was last checked',
    firstAid: 'Where the first aid kit is',
    keys: 'Who has the keys to locked doors',
    codedCall: 'What is said on cans and tannoy when somebody needs help',
    medics: 'Standing medics, and how they are reached',
    approvedBy: 'First-aid lead who approves the card',
    approvedOn: 'Approved on',
  },
  saved: 'Saved.',
  again: 'Saved. The number or how it is dialled has changed: it is to be confirmed again.',
  promptSide: 'Prompt corner',
  promptSides: {
    usual: 'as usual in the country',
    'stage left': 'stage left',
    'stage right': 'stage right',
  },
}
