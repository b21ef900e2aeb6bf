// HTML as text, with everything that is put into it escaped, unless it is HTML already.

export type Html = { readonly html: string }

export const raw = (html: string): Html => ({ html })

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '')

/** What is a text is escaped; only `raw` and `html` come through as they are. */
export const html = (texts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html =>
  raw(
    texts
      .map((text, index) => {
        const value = values[index]
        if (value === undefined) return text
        return text + (typeof value === 'string' ? escaped(value) : value.html)
      })
      .join(''),
  )

export const joined = (parts: readonly Html[]): Html => raw(parts.map((part) => part.html).join('\n'))

export const at = <T>(all: readonly T[], each: (one: T) => Html): Html => joined(all.map(each))
