// Texts of pairing a device, and of being shown the door.

export const join = {
  pairing: 'Pairing this device…',
  paired:
    'This browser is a screen of the show already. The link would make it another one. To use both, open the link in another browser or on another device.',
  notPaired: 'This device is not paired with the show. Ask the stage manager for a link.',
  keep: 'Keep this screen',
  replace: 'Replace it',
  link: 'The link or the six letters you were given',
  pair: 'Pair this device',
  unreachable: 'The server cannot be reached. Is this device in the theatre’s network?',
  portal:
    'Somebody else answers at this address: the Wi-Fi wants its own page answered first. Reload this page, press what the Wi-Fi asks for, and open the link again.',
  dead: 'This link does not work. Ask the stage manager for a new one.',
}
