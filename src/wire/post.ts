// What the screen of the report's post asks and is told: the house's own mail server, who gets the report, what came of it.

import { z } from 'zod'
import { listedRoles, reportSections } from '../core/disclosure/lists.ts'
import type { RoleName } from '../core/disclosure/policy.ts'

export const RECIPIENTS_MAX = 30
/** Of a certificate that is pasted, several in one text. */
const CERTIFICATE_LENGTH_MAX = 20_000

export const securities = ['tls', 'starttls', 'none'] as const
export type Security = (typeof securities)[number]

/** Whose copy of the report somebody gets: what the policy table gives that role, and nothing else. */
export const recipientRoles = [
  ...(['SM', 'CM', 'ASM', 'DC', 'FOH'] as const),
  ...listedRoles,
] as const satisfies readonly RoleName[]
export type RecipientRole = (typeof recipientRoles)[number]

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'is one line of text')
    .transform((text) => text.trim())

// One address and nothing around it: a list or a second header cannot be typed into it.
const address = line(254).refine((text) => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(text), {
  message: 'is no mail address, such as name@house.example',
})

const sections = z.array(z.enum(reportSections)).max(reportSections.length)

/** `sections`: of whoever gets a report by list; of nobody else. */
const recipient = z.strictObject({
  address,
  role: z.enum(recipientRoles),
  sections: sections.optional(),
})
export type Recipient = z.infer<typeof recipient>

const postSettings = z.strictObject({
  host: line(253).refine((text) => /^[\p{L}\p{N}.:-]+$/u.test(text), {
    message: 'is no name of a mail server, such as smtp.house.example',
  }),
  port: z.int('is a whole number').min(1, 'is at least 1').max(65_535, 'is at most 65535'),
  security: z.enum(securities),
  user: line(254),
  from: address,
  /** PEM, of a mail server whose certificate no public authority made; else empty. */
  certificate: z.string().max(CERTIFICATE_LENGTH_MAX, 'is too long'),
  recipients: z.array(recipient).max(RECIPIENTS_MAX, `are more than ${RECIPIENTS_MAX}`),
})
export type PostSettings = z.infer<typeof postSettings>

/** As it lies in its file; goes nowhere. */
export const keptPost = z.strictObject({ settings: postSettings, password: z.string() })
export type KeptPost = z.infer<typeof keptPost>

export const postAsks = {
  /** Null: the password that is kept already stays; empty: there is none. */
  'post-settings': z.strictObject({
    settings: postSettings,
    password: z.string().max(500, 'is too long').nullable(),
  }),
  'post-test': z.strictObject({ to: address }),
  /** `list`: that alone, whoever it is for; else all that would be sent. */
  'post-read': z.strictObject({
    performance: z.int().min(1),
    list: z.strictObject({ role: z.enum(listedRoles), sections }).optional(),
  }),
  /** `read`: the mark of the letters as they were read before; a report by list goes only as it was. */
  'post-send': z.strictObject({ performance: z.int().min(1), read: z.string().max(64).optional() }),
} as const

/** One of those a mail was for. `said`: the server's own words where it did not take it. */
export type Delivery = { readonly address: string; readonly taken: boolean; readonly said: string | null }

export type PostOutcome =
  /** `performance`: null for a test message. */
  | { readonly state: 'sending'; readonly performance: number | null; readonly attempt: number }
  | {
      readonly state: 'done'
      readonly performance: number | null
      readonly at: number
      readonly attempts: number
      readonly deliveries: readonly Delivery[]
      readonly trouble: PostTrouble | null
    }

/** Why a mail did not go, by kind; `said` is what the other side or this machine said of it. */
export type PostTrouble = {
  readonly kind: 'unreached' | 'silent' | 'certificate' | 'no-tls' | 'password' | 'refused' | 'unknown'
  readonly said: string
}

/** What would be sent, letter by letter, and what it is known by. */
export type PostLetters = {
  readonly read: string
  readonly letters: readonly {
    readonly to: readonly string[]
    readonly subject: string
    readonly text: string
  }[]
}

export type PostTold = {
  /** Null where nothing was entered yet. The password is never told. */
  readonly settings: PostSettings | null
  readonly hasPassword: boolean
  readonly outcome: PostOutcome | null
  /** The number of tonight's performance. */
  readonly tonight: number | null
}
