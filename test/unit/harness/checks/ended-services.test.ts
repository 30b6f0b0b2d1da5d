import { expect, it } from 'vitest'
import { definitionProblems } from '../../../../src/harness/checks/definition-problems.js'

function told(Resource: string): readonly string[] {
  const definition = { StartAt: 'A', States: { A: { Type: 'Task', Resource, Parameters: {}, End: true } } }
  return definitionProblems(definition, 'STANDARD').map(({ severity, message }) => `${severity}: ${message}`)
}

it.each(['qldb:listLedgers', 'elastictranscoder:listPipelines', 'opsworks:describeApps'])(
  'a call of a service that AWS has ended is warned about: %s',
  (call) => {
    const [service] = call.split(':')
    expect(told(`arn:aws:states:::aws-sdk:${call}`)).toEqual([`warning: AWS has ended ${service}: this call fails`])
  },
)

it('a call of any other service is not', () => {
  expect(told('arn:aws:states:::aws-sdk:dynamodb:listTables')).toEqual([])
})
