// A PDF of so many pages, written by hand; it would run a script, if anything ran it.

/** As small as a PDF can be: pages of one line each, in a font that every reader has. */
export function smallPdf(pages: number, trailer = ''): Uint8Array {
  const content = (page: number) => `BT /F1 20 Tf 100 340 Td (gladly ${page}) Tj ET`
  const numbers = Array.from({ length: pages }, (_, at) => at + 1)
  const parts = [
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
    `<</Type/Pages/Count ${pages}/Kids[${numbers.map((page) => `${2 + page * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...numbers.flatMap((page) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 700]/Resources<</Font<</F1 3 0 R>>>>/Contents ${3 + page * 2} 0 R>>`,
      `<</Length ${content(page).length}>>stream\n${content(page)}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const places = parts.map((part, at) => {
    const place = text.length
    text += `${at + 1} 0 obj${part}endobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `trailer<</Size ${parts.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF`
  return new Uint8Array(
    Buffer.from(`${text}xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}${end}`),
  )
}
