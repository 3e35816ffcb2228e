// Eleventy: {% jsonLd page.fileSlug %} in the head puts in jsonld/SLUG.jsonld, which `article-ld build` wrote.
import { readFileSync } from 'node:fs'

// Parsed and written again, so that nothing in it can end the script.
const escapes = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' }
export const jsonLd = (slug, folder = 'jsonld') => {
  const document = JSON.parse(readFileSync(`${folder}/${slug}.jsonld`, 'utf8'))
  const text = JSON.stringify(document).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character])
  return `<script type="application/ld+json">${text}</script>`
}

export default (config) => config.addShortcode('jsonLd', (slug) => jsonLd(slug))
