// Texts of the page for whoever wants somebody to get in touch, and of what comes round after an incident.

type Named = { readonly name: string }

type Source = { readonly day: string; readonly source: string; readonly looked: string }

export const care = {
  title: 'Somebody to talk to',
  back: 'Back to my screen',
  news: 'Somebody to talk to: something is there for you',
  lead: 'Nobody is told that you opened this page. Nothing here asks how you are, and nobody counts who asks.',
  now: 'Numbers that answer now',
  source: ({ day, source, looked }: Source) => `In a source of ${day}: ${source}; looked for on ${looked}`,
  sourceOld: ({ day, source, looked }: Source) =>
    `Last found in a source of ${day}: ${source}; looked for again on ${looked}. Check it before you rely on it`,
  houseChecked: ({ day, by }: { readonly day: string; readonly by: string | null }) =>
    by === null ? `Checked in this house on ${day}.` : `Checked in this house on ${day} by ${by}.`,
  houseCheckedOld: ({ day }: { readonly day: string }) =>
    `Checked in this house on ${day}, more than a year ago.`,
  houseNot:
    'Nobody of this house has checked it yet: stage management or the company manager does before the first night.',
  check: ({ name, number }: Named & { readonly number: string }) =>
    `I rang ${name} or read their own page today: ${number} is right`,
  emergency: 'In danger now: the emergency number comes first.',
  stay: 'I am staying with somebody: what to do',
  contacts: 'Ask somebody to get in touch with you',
  contactsWhy: 'Only you and whoever you ask ever see it. No reason is asked for, and none has a place.',
  noContacts: 'Nobody of this house can be asked from here yet. The numbers above answer.',
  within: ({ name, hours }: Named & { readonly hours: number }) =>
    hours === 1 ? `${name} reads it within an hour` : `${name} reads it within ${hours} hours`,
  outside: ({ name, reach }: Named & { readonly reach: string }) =>
    `${name}, outside this production: ${reach}. Nothing is sent from here, and nothing written down.`,
  ask: ({ name }: Named) => `Please contact me: ask ${name}`,
  own: 'What you asked',
  is: {
    waits: ({ name, when }: Named & { readonly when: string }) =>
      `${name} has not read it yet; by ${when} at the latest.`,
    read: ({ name }: Named) => `${name} has read it.`,
    late: ({ name, when }: Named & { readonly when: string }) =>
      `${name} did not read it by ${when}. The numbers above answer now; somebody else can be asked too.`,
  },
  withdraw: ({ name }: Named) => `Take back what you asked ${name}`,
  forMe: 'Who asks you to get in touch',
  forMeLine: ({ name, when }: Named & { readonly when: string }) => `${name}, ${when}`,
  forMeChild: ({ name }: Named) =>
    `${name} is a child: talk where others can see you, with another adult whom ${name} wants there. Never alone, and by no private messages.`,
  childWhy:
    'Whoever you ask talks with you where other people are, and you say who else is there. Nobody may ask you to keep it secret.',
  read: ({ name }: Named) => `I have read it, and get in touch with ${name}`,
  isRead: 'You have read it.',
  after: 'After what happened',
  afterNote: ({ day }: { readonly day: string }) =>
    `Something happened here on ${day}. Some people feel nothing, some a lot; both are usual. You may talk to anybody above, now or later, or not at all. Whether you do is nobody else’s to know.`,
  follow: 'Remind me here, on my own page',
  unfollow: 'Do not remind me',
  round: {
    day: 'A day ago.',
    week: 'A week ago.',
    month: 'A month ago.',
    year: 'The week of the anniversary.',
  },
  manage: 'Who can be asked, and looking in',
  manageWhy:
    'At least two, one of them outside the production; nobody who directs or produces. You are not told who asks them.',
  inside: 'Of the company',
  nobody: 'Outside the production',
  nameField: 'Name',
  reachField: 'Where they are reached',
  hoursField: 'Reads within how many hours',
  add: 'Add somebody',
  remove: ({ name }: Named) => `Take ${name} off the list`,
  keep: 'Keep this list',
  due: ({ day, round }: { readonly day: string; readonly round: string }) =>
    `After ${day}. ${round} Look in with everybody who was there, alike: found, rang, treated, was on stage, was in charge. Write nothing down of how they are.`,
  met: 'Somebody saw to it',
  noneDue: 'Nothing comes round now.',
  kept: 'Done.',
  failed: 'The house cannot be reached. The numbers above need no network.',
  notPaired: 'This device is not one of this house’s.',
  notHere: 'This page is for people, on their own phones.',
  notSafe:
    'Over this address others could read along, so nothing is asked from here: open the house’s safe address (https). The numbers answer all the same.',
} as const
