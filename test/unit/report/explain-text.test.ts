import { describe, expect, it } from 'vitest'
import { behaviours } from '../../../src/report/behaviours.js'
import { terminalColour } from '../../../src/report/colour.js'
import {
  explainableJson,
  explanationJson,
  printExplainable,
  printExplanation,
} from '../../../src/report/explain-text.js'
import { explanationOf } from '../../../src/report/explanation.js'

const plain = terminalColour(false)

function printed(name: string): string {
  return printExplanation(explanationOf(name), plain)
}

describe('what is printed', () => {
  it('for an error is the rule, the evidence, and the difference between the profiles', () => {
    expect(printed('States.BranchFailed')).toBe(`States.BranchFailed

  raised by  a Parallel of which a branch failed, as documented; by default it fails as its branch did
  caught     by Retry and Catch of the Parallel, else of the one around it
  taken by   nothing (recorded, the default)
             States.BranchFailed, States.TaskFailed, States.ALL (documented)

branch-failed: documents and recordings differ
  recorded    A Parallel fails with the error and the cause of the branch that failed first.
  documented  A Parallel of which a branch failed has the error States.BranchFailed. aslx keeps the cause of the branch. (--profile documented)
  evidence    recorded: LocalStack snapshot of AWS, scenarios/test_base_scenarios, test_parallel_state_catch, 2023-12-16
              recorded: LocalStack snapshot of AWS, states_variables/test_error_output, 2024-11-13
              documented: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
              assumption: the cause, of which documents say nothing
`)
  })

  it('says once what takes an error where the profiles agree, and nothing for a wildcard', () => {
    expect(printed('States.Runtime')).toContain('  taken by   nothing\n')
    expect(printed('States.ALL')).not.toContain('  taken by  ')
  })

  it('names the fault that raises an error, by a command to copy', () => {
    expect(printed('Runtime.ExitError')).toContain('aslx faults lambda-oom\n')
  })

  it('says of a row that no profile flips nothing about the option', () => {
    expect(printed('default-task-timeout')).not.toContain('--profile')
  })

  it('begins with the title of a topic', () => {
    expect(printed('timeouts').split('\n')[0]).toBe('timeouts: timeouts and heartbeats')
  })

  it('without a name is every topic and every error', () => {
    const list = printExplainable(plain)
    expect(list).toContain('  timeouts         timeouts and heartbeats\n')
    expect(list).toContain('  States.HeartbeatTimeout\n')
  })
})

describe('the JSON', () => {
  it('of an explanation has faults by id', () => {
    expect(explanationJson(explanationOf('States.Timeout'))).toMatchObject({
      kind: 'error',
      name: 'States.Timeout',
      raisedBy: expect.any(String),
      caught: expect.any(String),
      faults: expect.arrayContaining(['task-timeout']) as unknown,
    })
    expect(explanationJson(explanationOf('choice'))).toMatchObject({ kind: 'topic', topic: 'choice' })
  })

  it('of everything has all behaviours', () => {
    expect(explainableJson()).toMatchObject({ behaviours, topics: expect.any(Array), errors: expect.any(Array) })
  })
})
