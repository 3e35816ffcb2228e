// What structured-data-testing-tool finds wrong in a page with its preset for Google.
// In: {"html"}. Out: the names of the tests that failed, and how many passed.
const { readFileSync } = require('node:fs')
const { structuredDataTestHtml } = require('structured-data-testing-tool')
const { Google } = require('structured-data-testing-tool/presets')

const { html } = JSON.parse(readFileSync(0, 'utf8'))
const tell = ({ failed, passed }) =>
  process.stdout.write(JSON.stringify({ failed: failed.map(({ test }) => test), passed: passed.length }))

structuredDataTestHtml(html, { presets: [Google] }).then(tell, (error) => tell(error.res))
