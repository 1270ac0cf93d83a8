// Keeps govuk-frontend's official examples of the components that we use, for the test that compares ours with them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

const [from, to] = process.argv.slice(2)
const unused = ['cookie-banner', 'exit-this-page', 'footer', 'generic-header', 'header']

for (const name of readdirSync(from)) {
  if (name.includes('.') || unused.includes(name)) continue
  const { fixtures } = JSON.parse(readFileSync(`${from}/${name}/fixtures.json`, 'utf8'))
  const examples = fixtures.map(({ name, options, html }) => ({ name, options, html }))
  writeFileSync(`${to}/${name}.json`, JSON.stringify(examples, null, 1) + '\n')
}
