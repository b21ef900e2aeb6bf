// Texts of the page that looks for what is wrong with the network: what is known, what is guessed, and each cure.

export const check = {
  title: 'Check my network',
  lead: 'What this machine knows, and what it only guesses. Nothing here changes anything.',
  again: 'Check again',
  back: 'Back',
  looking: 'Looking…',
  notYours: 'A stage manager looks at the network.',
  failed: 'The server cannot be reached, so nothing can be said of the network.',
  sure: { known: 'Known', guess: 'Guessed', fine: 'Well' },
  found: {
    onlyHere: 'Only this machine is let in: no phone can reach it.',
    noNetwork: 'This machine is in no network.',
    moved: ({ clock, before }: { readonly clock: string; readonly before: string }) =>
      `This machine’s address changed at ${clock}; it was ${before}.`,
    notReached: ({ address }: { readonly address: string }) =>
      `This machine does not reach itself at ${address}.`,
    nobodyIn: ({ links, clock }: { readonly links: string; readonly clock: string }) =>
      `Nobody has come in from another machine since ${clock}, though ${links} links wait to be used.`,
    portal:
      'Somebody else answers this device at the house’s address: a Wi-Fi that wants its own page answered first (a captive portal).',
    firewall: 'A firewall on this machine may keep others out.',
    isolation:
      'The Wi-Fi may keep its devices apart from one another (client isolation, often on guest networks).',
    another: ({ name }: { readonly name: string }) => `Another Ghostlight is on this network, as ${name}.`,
    deviceClock: ({ name, by }: { readonly name: string; readonly by: string }) =>
      `The clock of ${name} differs by ${by}.`,
    ownClock: ({ devices, by }: { readonly devices: string; readonly by: string }) =>
      `This machine’s clock may be wrong: ${devices} devices agree among themselves, and differ from it by ${by}.`,
    visited: ({ clock }: { readonly clock: string }) =>
      `Another machine came in at ${clock}: the way is open.`,
    nothingYet:
      'Nobody has tried to come in yet, so nothing more can be said. Make a link and open it on a phone.',
    clocks: 'The clocks of the devices agree with this machine’s.',
    internet:
      'Ghostlight needs no internet, and does not ask for it. A phone that says “no internet” is well: choose to stay connected. A page that wants you to sign in to the Wi-Fi has to be answered once on each phone.',
  },
  likelier: 'The likelier of the two.',
  cures: {
    onlyHere: 'Press “Let phones in”, here, or on the desk where a screen is paired.',
    noNetwork: 'Join a Wi-Fi, or plug in a cable. It is noticed within seconds.',
    moved:
      'Screens that find the name come back by themselves. For one that stays silent, open its line on the desk and make it a new link. Print the cards again if they lead to the old number.',
    portal:
      'Open any page in this browser, press what the Wi-Fi asks for, and check again; each phone has to do that once. Where it comes back in mid-show, use a network of your own: a small router without internet is enough.',
    firewall: {
      windows:
        'Windows: Settings, Privacy & security, Windows Security, Firewall, Allow an app: tick Node.js for private networks.',
      mac: 'macOS: System Settings, Network, Firewall, Options: allow incoming connections for node.',
      linux: ({ port }: { readonly port: string }) =>
        `Linux: sudo ufw allow ${port}/tcp, or the same in your firewall.`,
    },
    isolation: {
      any: 'Use a network of your own: a small router without internet is enough. Or ask whoever runs the Wi-Fi to switch off client isolation, and do not use the guest network.',
    },
    another: 'Look at the name before you scan: the desk shows this one’s. Nothing else needs to be done.',
    deviceClock: 'On that device: date and time, set automatically. The show does not go by it.',
    ownClock: {
      windows: 'Windows: Settings, Time & language, Date & time, Sync now.',
      mac: 'macOS: System Settings, General, Date & Time, set automatically.',
      linux: 'Linux: sudo timedatectl set-ntp true, or set it by hand.',
    },
  },
}
