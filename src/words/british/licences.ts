// Texts of the page that says whose work is built in.

export const licences = {
  title: 'Licences',
  lead: 'Ghostlight is given under Apache-2.0. Built into it is the work of others, under these terms; open a line for its words.',
  beside: ({ names }: { readonly names: string }) => `Installed beside it, each with its own file: ${names}.`,
  line: ({
    name,
    version,
    terms,
  }: {
    readonly name: string
    readonly version: string
    readonly terms: string
  }) => `${name} ${version} · ${terms}`,
  none: 'Nothing is written down here: these screens were not built as a package is.',
  failed: 'The server cannot be reached, so this page has nothing to show.',
  back: 'Back',
}
