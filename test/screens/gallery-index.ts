// Two indexes of the pictures: a page to look at them all, and a table of what was measured for the repository.

import type { Picture } from './gallery.ts'

const bySight = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const screensOf = (pictures: readonly Picture[]): readonly string[] => [
  ...new Set(pictures.map(({ screen }) => screen)),
]

/** A page of its own, dark as what it shows; every picture with its measures and what was found. */
export function indexPage(pictures: readonly Picture[]): string {
  const sections = screensOf(pictures).map((screen) => {
    const own = pictures.filter((picture) => picture.screen === screen)
    return `<h2 id="${screen}">${screen}</h2>\n<div>${own.map(figure).join('\n')}</div>`
  })
  const links = screensOf(pictures).map((screen) => `<a href="#${screen}">${screen}</a>`)
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="color-scheme" content="dark">
<title>The screens</title>
<style>
  body { background: #000; color: #c9c1b4; font: 15px sans-serif; }
  div { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
  figure { margin: 0; max-width: 480px; }
  img { max-width: 100%; max-height: 480px; border: 1px solid #4a443c; }
  nav a { color: inherit; margin-right: 12px; }
  .bad { color: #ff6b5e; }
</style>
<h1>The screens</h1>
<p>${pictures.length} pictures, taken by npm run screens.</p>
<nav>${links.join(' ')}</nav>
${sections.join('\n')}
</html>
`
}

function figure({ name, what, size, luminance, complaints, shortened }: Picture): string {
  const found = complaints.map((one) => `<br><span class="bad">${bySight(one)}</span>`).join('')
  const short = shortened.length === 0 ? '' : `<br>${shortened.length} shortened`
  return `<figure><a href="${name}.png"><img loading="lazy" src="${name}.png" alt="${bySight(what)}"></a>
<figcaption>${name} · ${size} · ${luminance.toFixed(4)}<br>${bySight(what)}${short}${found}</figcaption></figure>`
}

export function readme(pictures: readonly Picture[], luminanceMax: number): string {
  const perScreen = screensOf(pictures).map((screen) => {
    const own = pictures.filter((picture) => picture.screen === screen)
    const lights = own.filter(({ bright }) => !bright).map(({ luminance }) => luminance)
    const brightest = lights.length === 0 ? '–' : Math.max(...lights).toFixed(4)
    const faults = own.reduce((sum, { complaints }) => sum + complaints.length, 0)
    const shortened = new Set(own.flatMap((picture) => picture.shortened)).size
    return `| ${screen} | ${own.length} | ${brightest} | ${faults} | ${shortened} |`
  })
  const kept = pictures
    .filter((picture) => picture.kept)
    .map(
      ({ name, size, luminance, what }) =>
        `| [${name}](${name}.png) | ${size} | ${luminance.toFixed(4)} | ${what} |`,
    )
  return [
    '# The screens',
    '',
    'Taken by `npm run screens` from the built screens in a real browser, on the demo show with its invented names.',
    `It walks every screen through a night and writes ${pictures.length} pictures with an index page into`,
    '`.screens/index.html`; the chosen few below stay in the repository. The command fails on a fault that axe-core',
    'finds (WCAG 2.2 AA), on text that is cut off or lies over other text, on sideways scrolling, on a target smaller',
    `than 44 px where fingers go (24 px on the desk and the report), and on a mean relative luminance above ${luminanceMax}`,
    'in a dark theme; paper, the office theme, text at 200 % and the invented long names are exempt from the last.',
    '',
    'In the states _crowded_ and _held_ each screen is also taken in the four themes, as the three colour-blindnesses',
    'see it, at the widths it is meant for, and with text at 200 %.',
    '',
    '## Measured',
    '',
    '_Brightest_ is the highest mean relative luminance of all its dark pictures. _Shortened_ counts different texts',
    'that end in an ellipsis somewhere: titles in lists, never a name to be called.',
    '',
    '| screen | pictures | brightest | faults | shortened |',
    '|---|---|---|---|---|',
    ...perScreen,
    '',
    '## Kept',
    '',
    '| picture | size | luminance | what is to be seen |',
    '|---|---|---|---|',
    ...kept,
    '',
  ].join('\n')
}
