// The programs in the READMEs run: that of the package, and that of the front page.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const readmes = [
  {
    file: '../README.md',
    said: [
      /A1 \{ type: 'act', .*100\.00 EUR/s,
      /469\.79 .*Nederlands recht.*2026-02-20 400\.00 .*termRuns.*2026-04-30 455\.00 /s,
    ],
  },
  { file: '../../../README.md', said: [/2026-1 \{ type: 'act', /] },
]

for (const { file, said } of readmes) {
  test(`every program in ${file} runs`, () => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8')
    const programs = [...text.matchAll(/```js\n(.*?)```/gs)].map(([, program]) => program)
    assert.equal(programs.length, said.length)
    const cwd = fileURLToPath(new URL('..', import.meta.url))
    for (const [at, program] of programs.entries()) {
      const run = ['--input-type=module', '--eval', program]
      assert.match(execFileSync(process.execPath, run, { cwd }).toString(), said[at])
    }
  })
}
