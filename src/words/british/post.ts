// Texts of sending the report by the house's own mail server.

import { counting } from '../plural.ts'
import { which } from './kinds.ts'

const count = counting('en-GB')

export const post = {
  title: 'Send the report',
  link: 'By the house’s mail server',
  loading: 'Looking for the mail server…',
  back: 'The report',
  hint: 'Nothing is sent by itself. The report goes out when you press, through the mail server that you enter here.',
  server: 'The mail server',
  serverHint:
    'Your mail provider says these under “outgoing mail” or “SMTP”. They stay on this machine, in no copy and in no report.',
  host: 'Server',
  hostExample: 'smtp.house.example',
  port: 'Port',
  security: 'Secured by',
  securities: {
    tls: 'TLS from the start (often port 465)',
    starttls: 'STARTTLS (often port 587)',
    none: 'Nothing: without user and password only',
  },
  user: 'User',
  password: 'Password',
  passwordKept: 'Password (kept; leave empty to keep it)',
  from: 'From which address',
  certificate: 'Certificate of your own server, where it made its own (PEM)',
  recipients: 'Who gets the report',
  recipientsHint:
    'One address in each row, and whose report it gets. What a role may not read is not in its mail. A producer’s and a director’s is put together by you, section by section, and read before it goes.',
  nobody: 'Nobody yet. Add an address below.',
  address: 'Address',
  role: 'Gets the report of',
  roles: {
    SM: 'stage management (all)',
    CM: 'company management (all)',
    ASM: 'an assistant (times)',
    DC: 'the dance captain (times)',
    FOH: 'front of house (times and house)',
    dir: 'a director (by list)',
    prod: 'a producer (by list)',
  },
  sections: {
    times: 'Times and calls',
    holds: 'Holds',
    house: 'The house',
    notes: 'Notes, as they were written',
    tasks: 'What is to be done, and by whom',
  },
  sectionsHint:
    'Which sections they get. Cues, who was in and who was not, and whom anybody asked about are in none of them.',
  read: 'Read what is sent',
  readHint: 'A producer or a director gets it: read it first. What changes afterwards is read again.',
  letterTo: ({ addresses }: { readonly addresses: string }) => `To ${addresses}`,
  readList: 'Read theirs',
  saveLetter: 'Save as text',
  add: 'Add',
  save: 'Keep these',
  saved: 'Kept.',
  test: 'Send a test message',
  testTo: 'Test message to',
  testSubject: 'Ghostlight: a test message',
  testText:
    'This is a test message from Ghostlight, the system that runs the show. If you can read it, the performance report can be sent by this mail server.',
  performance: 'Performance',
  send: ({ people }: { readonly people: number }) =>
    `Send the report to ${count(people, { one: '1 address', other: `${people} addresses` })}`,
  sending: ({ attempt }: { readonly attempt: number }) =>
    attempt === 1 ? 'Being sent…' : `Being sent, attempt ${attempt}…`,
  what: ({ performance }: { readonly performance: number | null }) =>
    performance === null ? 'Test message' : `Report of ${which(performance)}`,
  taken: ({ clock, addresses }: { readonly clock: string; readonly addresses: string }) =>
    `Accepted by the server at ${clock}: ${addresses}`,
  notTaken: ({ address }: { readonly address: string }) => `Not accepted: ${address}`,
  saidServer: ({ said }: { readonly said: string }) => `The server said: ${said}`,
  tried: ({ attempts, clock }: { readonly attempts: number; readonly clock: string }) =>
    `${count(attempts, { one: 'Tried once', other: `Tried ${attempts} times` })}, last at ${clock}.`,
  troubles: {
    unreached:
      'The mail server could not be reached. Is this machine on the internet, and are the server’s name and port right? Nothing was sent.',
    silent: 'The mail server did not answer in time. Nothing was sent; try again in a moment.',
    certificate:
      'The mail server shows a certificate that this machine does not trust, so neither password nor report was sent. If it is your own server, paste its certificate below.',
    'no-tls':
      'The mail server does not secure the line in this way, so neither password nor report was sent. Try the other one: TLS goes with port 465, STARTTLS with 587.',
    password: 'The mail server did not take this user and password.',
    refused: 'The mail server did not take the mail.',
    unknown:
      'The line broke while the mail was being sent. It may have arrived: ask before you send it again.',
  },
}
