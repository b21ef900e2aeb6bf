// As much of nodemailer's shape as we use: the library brings none, and its types elsewhere bring a cloud along.

declare module 'nodemailer' {
  export type Sent = {
    readonly accepted: readonly string[]
    readonly rejected: readonly string[]
    readonly rejectedErrors?: readonly { readonly recipient?: string; readonly response?: string }[]
    readonly response: string
  }

  export type Mail = {
    readonly from: string
    readonly to: readonly string[]
    readonly subject: string
    readonly text: string
    readonly messageId: string
  }

  export type Transport = { sendMail(mail: Mail): Promise<Sent>; close(): void }

  export function createTransport(options: {
    readonly host: string
    readonly port: number
    readonly secure: boolean
    readonly requireTLS: boolean
    readonly ignoreTLS: boolean
    readonly auth?: { readonly user: string; readonly pass: string }
    readonly tls: { readonly ca?: readonly string[]; readonly minVersion: 'TLSv1.2' }
    readonly connectionTimeout: number
    readonly greetingTimeout: number
    readonly socketTimeout: number
    readonly dnsTimeout: number
    readonly disableFileAccess: boolean
    readonly disableUrlAccess: boolean
  }): Transport
}
