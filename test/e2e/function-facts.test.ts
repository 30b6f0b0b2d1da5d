import type { FunctionFacts } from '../../src/asl/function-facts.js'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadMachineSource } from '../../src/iac/load-machine-source.js'
import { machineFromSource } from '../../src/harness/machines/machine.js'
import { folderWith } from './workspace.js'

const fixtures = join(import.meta.dirname, 'fixtures')

const plain = {
  Resources: {
    Work: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Timeout: 9,
        Runtime: 'ruby3.3',
        MemorySize: 640,
        EphemeralStorage: { Size: 4096 },
        ReservedConcurrentExecutions: 0,
      },
    },
    Flow: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        Definition: {
          StartAt: 'Work',
          States: { Work: { Type: 'Task', Resource: { 'Fn::GetAtt': ['Work', 'Arn'] }, End: true } },
        },
      },
    },
  },
}

const CASES: readonly (readonly [string, string, string, FunctionFacts])[] = [
  [
    'CloudFormation',
    join(folderWith({ 't.json': plain }), 't.json'),
    'Work',
    {
      logicalId: 'Work',
      timeoutSeconds: 9,
      runtime: 'ruby3.3',
      memoryMb: 640,
      ephemeralStorageMb: 4096,
      reservedConcurrency: 0,
    },
  ],
  [
    'SAM, with Globals',
    join(fixtures, 'sam/template.yaml'),
    'Charge',
    {
      logicalId: 'ChargeFunction',
      timeoutSeconds: 20,
      runtime: 'python3.13',
      memoryMb: 512,
      ephemeralStorageMb: 1024,
      reservedConcurrency: 5,
    },
  ],
  [
    'CDK',
    join(fixtures, 'cdk/cdk.out'),
    'Resize',
    { logicalId: 'ResizeFunction1A2B3C4D', timeoutSeconds: 7, runtime: 'nodejs22.x', memoryMb: 256 },
  ],
  [
    'Serverless, with the defaults of its provider',
    join(fixtures, 'serverless/serverless.yml'),
    'Poll',
    {
      logicalId: 'PollLambdaFunction',
      timeoutSeconds: 15,
      runtime: 'python3.12',
      memoryMb: 512,
      ephemeralStorageMb: 1024,
      reservedConcurrency: 2,
    },
  ],
  [
    'Terraform',
    join(fixtures, 'terraform/main.tf'),
    'Resize',
    {
      logicalId: 'aws_lambda_function.resize',
      timeoutSeconds: 12,
      runtime: 'java21',
      memoryMb: 1024,
      ephemeralStorageMb: 2048,
      reservedConcurrency: 3,
    },
  ],
]

describe.each(CASES)('what %s says of a function', (_, path, state, facts) => {
  const source = loadMachineSource(path)
  const machine = machineFromSource(source)
  const input = { images: [{ key: 'k' }], order: { id: 'o' }, key: 'k', size: 1 }

  it('is known', () => {
    expect(Object.values(source.functions)).toContainEqual(facts)
  })

  it('decides how long its timeout takes, and what it says', async () => {
    const faults = [`lambda-timeout@${state}`]
    const run = await machine.trial({ input, onUnmockedTask: 'infer', faults })
    const [call] = run.calls
    expect(call?.failure?.cause).toContain(`Task timed out after ${facts.timeoutSeconds}.00 seconds`)
    expect(call?.logicalId).toBe(facts.logicalId)
    expect(run.tookMs).toBeGreaterThanOrEqual((facts.timeoutSeconds ?? 0) * 1000)
  })
})
