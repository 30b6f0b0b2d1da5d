import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTemplates } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

const MACHINES = 10
const STATES = 150
const FUNCTIONS = 50

export const title = `Load a CDK template of 1 MB: ${MACHINES} machines of ${STATES} states, ${FUNCTIONS} functions`
export const unit = 'ms'
export const better = 'less'
export const target = { aslx: 100 }

const CALLS = { warmUps: 3, samples: 9 }

const HOLE = '@@'

/** A definition as CDK writes it: fragments of JSON, cut where a value of the template stands. */
function definitionString() {
  const names = Array.from({ length: STATES }, (_, index) => `S${index}`)
  const States = Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        Type: 'Task',
        Resource: `arn:${HOLE}:states:::lambda:invoke`,
        Parameters: { FunctionName: HOLE, 'Payload.$': '$' },
        Retry: [{ ErrorEquals: ['Lambda.ServiceException'], IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2 }],
        ...(index === STATES - 1 ? { End: true } : { Next: names[index + 1] }),
      },
    ]),
  )
  const fragments = JSON.stringify({ StartAt: 'S0', States }).split(HOLE)
  const values = (index) =>
    index % 2 === 1 ? { Ref: 'AWS::Partition' } : { 'Fn::GetAtt': [`Function${index % FUNCTIONS}`, 'Arn'] }
  return { 'Fn::Join': ['', fragments.flatMap((text, index) => (index === 0 ? [text] : [values(index), text]))] }
}

function template() {
  const Resources = {}
  for (let index = 0; index < FUNCTIONS; index += 1) {
    const Properties = { Timeout: 30, Code: { ZipFile: 'x'.repeat(10_000) } }
    Resources[`Function${index}`] = { Type: 'AWS::Lambda::Function', Properties }
  }
  for (let index = 0; index < MACHINES; index += 1) {
    const Properties = { DefinitionString: definitionString() }
    Resources[`Machine${index}`] = { Type: 'AWS::StepFunctions::StateMachine', Properties }
  }
  return JSON.stringify({ Resources }, null, 1)
}

export const sides = {
  aslx: async () => {
    const { findMachines } = await loadTemplates()
    const folder = mkdtempSync(join(tmpdir(), 'aslx-bench-'))
    try {
      const path = join(folder, 'Large.template.json')
      writeFileSync(path, template())
      return await medianMs(() => {
        if (findMachines(path).machines.length !== MACHINES) throw new Error('a machine is missing')
      }, CALLS)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
