// The triples that a page's JSON-LD says: web-auto-extractor finds the blocks, jsonld reads them.
// In: {"html", "context"}, the context being what https://schema.org answers. Out: N-Quads.
const { readFileSync } = require('node:fs')
const jsonld = require('jsonld')
const { default: Extractor } = require('web-auto-extractor')

const { html, context } = JSON.parse(readFileSync(0, 'utf8'))
const documentLoader = async (url) => {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`nothing may be fetched: ${url}`)
  return { contextUrl: null, documentUrl: url, document: { '@context': context } }
}

async function main () {
  const blocks = Object.values(Extractor().parse(html).jsonld).flat()
  const quads = await jsonld.toRDF(blocks, { documentLoader, format: 'application/n-quads' })
  process.stdout.write(JSON.stringify(quads))
}

main()
