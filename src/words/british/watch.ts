// Texts of a night to watch: what it is, and what is happening in it.

export const watch = {
  title: 'A night in five minutes',
  what: 'An invented musical, its night pressed into five minutes. Nothing of it is in your own record.',
  beginning: 'The house is being opened…',
  again: 'From the beginning',
  own: 'My own show',
  desk: 'The stage manager’s desk',
  phone: 'The phone of somebody in the cast',
  before: ({ left }: { readonly left: string }) =>
    `The curtain goes up ${left}. On the left is the desk that the show is called from, on the right a performer’s phone.`,
  call: ({ call, left }: { readonly call: string; readonly left: string }) =>
    `“${call}” has been called. Every screen backstage counts down to the curtain: it goes up ${left}.`,
  up: ({ act }: { readonly act: number }) =>
    `Act ${act} is up. The stage manager calls each cue on its words.`,
  standby: ({ cues }: { readonly cues: string }) =>
    `Standby: ${cues}. The screens of those who work them say so, and wait for their answer.`,
  answered: ({ cues }: { readonly cues: string }) =>
    `${cues}: everybody has answered that they stand by. The stage manager waits for the words.`,
  called: ({ cue, item }: { readonly cue: string; readonly item: string }) =>
    `${cue} was called, and its department’s screen said so in that moment. We are in “${item}”.`,
  interval: ({ act, left }: { readonly act: number; readonly left: string }) =>
    `The interval. Act ${act} is expected ${left}, and every screen counts down to it; a late front of house moves it for all.`,
  over: 'The show has come down. What was called, when and by whom is in the record already.',
  closed:
    'The night is closed, and its report has been written from the record. Begin your own show, or watch again.',
}
