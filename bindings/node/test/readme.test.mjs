// The program in the README runs.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const readme = new URL('../README.md', import.meta.url)

test('every program in the README runs', () => {
  const text = readFileSync(readme, 'utf8')
  const programs = [...text.matchAll(/```js\n(.*?)```/gs)].map(([, program]) => program)
  assert.ok(programs.length > 0)
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  for (const program of programs) {
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd })
    assert.match(said.toString(), /A1 \{ type: 'act', .*100\.00 EUR/s)
  }
})
