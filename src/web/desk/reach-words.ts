// What the desk says of where it is reached, and of a device that is to come back.

export const reachWords = {
  onlyHere: 'Only this machine is let in.',
  noNetwork: 'This machine is in no network: nobody else can come in.',
  reached: (addresses: readonly string[]) => `Reached at ${addresses.join(' or ')}`,
  moved: (clock: string, before: readonly string[]) =>
    before.length === 0
      ? `This machine came into a network at ${clock}.`
      : `This machine’s address changed at ${clock}. It was ${before.join(' and ')}.`,
  byName: (name: string) =>
    `Screens that find ${name} come back by themselves within seconds. For one that stays silent, open its line and make it a new link: one scan.`,
  byNumber:
    'No name is announced here. For a screen that stays silent, open its line and make it a new link: one scan.',
  lost: 'It is in no network now. Screens go on showing what they had, and say how old it is.',
  scan: 'To open this address on a device, point its camera here.',
  seen: 'Seen',
  cards: 'Cards to print',
  check: 'Check my network',
  again: 'Make it a new link',
  againHint: 'Open it on that device. It becomes a new line here: remove this one then.',
}
