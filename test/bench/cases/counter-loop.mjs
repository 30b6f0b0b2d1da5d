import { PEER } from '../peer.mjs'
import { loadAslx, peerMachine } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

const LOOPS = 20_000
const TRANSITIONS = 2 * LOOPS + 2

const PATHS = {
  StartAt: 'Check',
  States: {
    Check: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: LOOPS, Next: 'Add' }], Default: 'Done' },
    Add: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'Check' },
    Done: { Type: 'Succeed' },
  },
}

const QUERIES = {
  QueryLanguage: 'JSONata',
  StartAt: 'Check',
  States: {
    Check: {
      Type: 'Choice',
      Choices: [{ Condition: `{% $states.input.n < ${LOOPS} %}`, Next: 'Add' }],
      Default: 'Done',
    },
    Add: { Type: 'Pass', Output: { n: '{% $states.input.n + 1 %}' }, Next: 'Check' },
    Done: { Type: 'Succeed' },
  },
}

export const title = `Counter loop of ${LOOPS} Choice and Pass, EXPRESS, history kept`
export const unit = 'transitions/s'
export const better = 'more'
export const target = { aslx: 1_000_000, 'aslx, in JSONata': 200_000 }

const CALLS = { warmUps: 5, samples: 15 }

async function aslxSide(definition) {
  const { machine } = await loadAslx()
  const counter = machine(definition, { type: 'EXPRESS' })
  const ms = await medianMs(async () => {
    const run = await counter.run({ input: { n: 0 } })
    if (run.output.n !== LOOPS || run.history.length !== 2 * TRANSITIONS + 2) throw new Error('the loop went wrong')
  }, CALLS)
  return (TRANSITIONS / ms) * 1000
}

export const sides = {
  aslx: () => aslxSide(PATHS),
  [PEER]: async () => {
    const counter = await peerMachine(PATHS)
    const ms = await medianMs(async () => {
      const output = await counter.run({ n: 0 }).result
      if (output.n !== LOOPS) throw new Error('the loop went wrong')
    }, CALLS)
    return (TRANSITIONS / ms) * 1000
  },
  'aslx, in JSONata': () => aslxSide(QUERIES),
}
