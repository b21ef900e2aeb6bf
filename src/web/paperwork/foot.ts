// What stands at the foot of every sheet, so that no page is lost from its night.

/** `named`: the night and the sheet, as they are titled. */
export const footOf = (named: string): string =>
  [
    `@page{@bottom-left{content:${JSON.stringify(named)};font-size:8pt}`,
    '@bottom-right{content:counter(page);font-size:8pt}}',
  ].join('')
