import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx } from '../e2e/fake-io.js'
import { replayedArguments } from '../e2e/shell-words.js'

const shared = process.env['ASLX_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
const corpus = join(shared, 'iac')
const missing = !existsSync(join(corpus, 'index.json'))

interface Entry {
  readonly id: string
  readonly form: string
  readonly main: string
}

const FORMS = ['sam', 'cfn', 'plain', 'cdk-synth', 'serverless', 'terraform', 'terraform-json']
/** Every fifth template: all of them take a minute. */
const EVERY = 5

const entries = missing ? [] : (JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) as Entry[])
const sample = entries.filter(({ form }) => FORMS.includes(form)).filter((_, index) => index % EVERY === 0)
const paths = sample.map(({ id, main }) => join(corpus, id, main))

/** Each command, and of how many templates of the sample it takes one: validate asks asl-validator, which takes its time. */
const COMMANDS = [
  ['run', 1],
  ['validate', 4],
  ['extract --list', 1],
  ['inject --fault oom', 1],
  ['inject --fault throttle', 1],
] as const

describe.skipIf(missing)(
  `the command line over published templates${missing ? ` (there is no corpus at ${corpus})` : ''}`,
  () => {
    it('has templates to try', () => {
      expect(sample.length).toBeGreaterThan(80)
    })

    it.each(COMMANDS)(
      'never breaks down, and tells what is wrong in single lines: %s',
      async (command, every) => {
        const bad: string[] = []
        for (const path of paths.filter((_, index) => index % every === 0)) {
          const { code, err } = await aslx([...command.split(' '), path])
          const lines = err === '' ? [] : err.slice(0, -1).split('\n')
          if (code > 4 || lines.some((line) => !line.startsWith('aslx: ') || line.length > 1100))
            bad.push(`${path}: ${err}`)
          if (code > 1 && lines.length === 0 && command !== 'validate') bad.push(`${path}: ${code} without a word`)
        }
        expect(bad).toEqual([])
      },
      60_000,
    )

    it('prints commands that repeat the run', async () => {
      const repeated: string[] = []
      const different: string[] = []
      for (const path of paths) {
        for (const argv of [['run'], ['inject', '--fault', 'timeout']]) {
          const { code, out } = await aslx([...argv, path])
          if (code > 1 || !out.includes('replay: ')) continue
          const replay = replayedArguments(out)
          const again = await aslx(replay)
          repeated.push(path)
          const isSame = argv[0] === 'run' ? again.out === out : again.out.includes(`'${replay.at(-1)}'`)
          if (again.code > 1 || !isSame) different.push(`${path}: ${replay.join(' ')}: ${again.err}`)
        }
      }
      expect(different).toEqual([])
      expect(repeated.length).toBeGreaterThan(100)
    }, 60_000)
  },
)
