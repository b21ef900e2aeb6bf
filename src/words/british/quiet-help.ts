// Texts of help that is asked for without a sound: few on the device that asks, plain ones on the screens of who can go.

type Where = { readonly place: string; readonly clock: string }
type Names = { readonly names: string }

export const quietHelp = {
  ask: 'Send help here, quietly',
  how: 'Nothing sounds or opens. Below, ✓ means: those who can come have it. ✓✓: somebody comes. ✕: not taken, go where people are.',
  state: {
    waiting: 'Waits for the house. It is sent by itself.',
    kept: 'Those who can come have it.',
    going: 'Somebody comes.',
    refused: 'Not taken: go where people are, or ring.',
  },
  lines: {
    what: ({ place, clock }: Where) =>
      `Help is asked for, quietly${place === '' ? '; where is not known' : `: ${place}`}, ${clock}.`,
    by: ({ name }: { readonly name: string }) => `From: ${name}.`,
    todo: 'Two go together, security first. Do not ring or call there; nobody beside them knows. If in doubt, one rings the police from elsewhere.',
    going: ({ names }: Names) => `Going: ${names}.`,
    nobody: 'Nobody goes yet.',
    go: 'I go',
    over: 'Over: I saw them, and they are out of it',
    isOver: ({ name, clock }: { readonly name: string; readonly clock: string }) =>
      `${name} says that it is over, ${clock}. Not so sure? Go.`,
    more: ({ many }: { readonly many: number }) => `And ${many} more.`,
    unsent: 'Not sent. Press again.',
  },
}
