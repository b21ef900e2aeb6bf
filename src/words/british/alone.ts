// Texts of a device that works without the desk, and of how it comes to trust the house for that.

/** Steps and lists are one text, a line for each. */
const lines = (...all: readonly string[]): string => all.join('\n')

/** What a device says of itself. */
export const alone = {
  willNot: 'Without the desk this will not work: keep the printed card.',
  how: 'How it would',
  noRoom:
    'This device has no room to keep tonight. Without the desk it will not work: keep the printed card.',
  portal:
    'This Wi-Fi answers in the desk’s place: it wants its own page answered first. Open that page, press what it asks for, and come back. If it comes again, the desk needs a Wi-Fi of its own.',
  portalOpen: 'Open the Wi-Fi’s page',
  asOf: ({ clock }: { readonly clock: string }) => `as of ${clock}, the desk is not heard`,
  newer: 'A newer Ghostlight is on this device. It is used after this performance.',
}

export const trust = {
  title: 'So that this device works without the desk',
  asking: 'Asking the server…',
  unreachable: 'The server cannot be reached. Is this device in the same network?',
  trusted: 'This device trusts the house. It keeps tonight, and opens without the desk.',
  none: 'No certificate has been made in this house. A stage manager makes it at the desk, under Screens. Until then this device will not work without the desk: keep the printed card.',
  own: 'The house has a certificate that needs no trust. Go on, and this device works without the desk.',
  notYet:
    'This device does not trust the house yet. Until it does it will not work without the desk: keep the printed card.',
  goOn: 'Go on safely',
  tried:
    'It is still not trusted. Look whether a step was left out, then close this browser and open it again.',
  trying: 'Trying…',
  tryIt: 'Try it',
  print: 'Print this page',
  back: 'Back',
  what: 'What does not work until then',
  whatNot: lines(
    'Opened when the desk cannot be heard, it shows nothing.',
    'Its screen may go dark by itself in the middle of the show.',
    'What is pressed while the desk is not heard is lost when this page is closed.',
  ),
  still:
    'Everything else works: it shows the show, and its presses arrive, for as long as the desk is heard.',
  first: 'First: compare',
  compare:
    'Trust it only if these figures are the same here, on the device, and on the paper from the desk. If one differs, do not go on; tell the stage manager.',
  certificate: 'Name',
  fingerprint: 'Fingerprint (SHA-256)',
  thumbprint: 'Windows calls this the thumbprint (SHA-1)',
  download: 'Get the certificate',
  means:
    'What trusting it means: this device believes the certificates of this house, for names and addresses inside a building’s own network. It cannot stand in for a bank or any other site on the internet. When the run is over, remove it where it was put in.',
  tell: 'Then: tell the device',
  last: 'Last: try it',
  lastSteps:
    'Press “Try it”. The page opens again at its safe address, as the same device. From there it can be put on the home screen.',
  devices: {
    ios: {
      name: 'iPhone and iPad',
      steps: lines(
        'Open this page in Safari, press “Get the certificate” and allow the download.',
        'Open Settings. At the top stands “Profile Downloaded”; otherwise: General, VPN & Device Management. Open it, compare the name, press Install.',
        'Still in Settings: General, About, at the very bottom Certificate Trust Settings. Switch on the one with this name. This second step is easily forgotten.',
        'Come back here and press “Try it”. For the home screen: Share, Add to Home Screen. What stands there is a device of its own and asks for its link once more.',
      ),
    },
    android: {
      name: 'Android',
      steps: lines(
        'Press “Get the certificate”; it is saved under Downloads.',
        'Open Settings and search there for “CA certificate”. Mostly it stands under Security & privacy, More security settings, Encryption & credentials, Install a certificate.',
        'Choose CA certificate, Install anyway, and the file ghostlight-authority.crt. The device may ask for its screen lock.',
        'It may say from now on that the network may be monitored. That is about this certificate, which can see nothing by itself.',
        'Come back here in Chrome and press “Try it”. For the home screen: menu, Add to Home screen.',
      ),
    },
    windows: {
      name: 'Windows',
      steps: lines(
        'Press “Get the certificate” and open the file.',
        'Press Install Certificate, choose Current User, then “Place all certificates in the following store”, Browse, Trusted Root Certification Authorities.',
        'Windows asks once more and shows the thumbprint: compare it, then press Yes.',
        'Close the browser, open it again, and press “Try it” here. Firefox asks Windows too, unless that was switched off in its settings.',
      ),
    },
    macos: {
      name: 'Mac',
      steps: lines(
        'Press “Get the certificate” and open the file: Keychain Access opens and takes it into the login keychain.',
        'Search there for “Ghostlight”, open it with a double click, compare the fingerprint at the bottom, open Trust and choose “Always Trust”.',
        'Close the window; the Mac asks for your password.',
        'Come back here and press “Try it”.',
      ),
    },
  },
  on: ({ name }: { readonly name: string }) => `On ${name}`,
  desk: {
    heading: 'Without the desk',
    none: 'Phones open without the desk once they trust a certificate of the house. Nobody has to.',
    make: 'Make the certificate',
    open: ({ port }: { readonly port: number }) =>
      `Https is open at port ${port}. Devices that trust the house go there by themselves.`,
    page: 'How devices trust it, to print',
    compare: 'Begins with',
    own: ({ port }: { readonly port: number }) =>
      `Https is open at port ${port}, with the certificate that was brought along.`,
  },
}
