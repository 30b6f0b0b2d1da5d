import { expect, it } from 'vitest'
import { explore } from '../../../src/explore/explore.js'
import { withParameterReach } from '../../../src/explore/parameter-reach.js'
import { machineFromSource } from '../../../src/harness/machines/machine.js'
import { loadMachineSource } from '../../../src/iac/load-machine-source.js'
import { filesWith } from '../iac/temporary.js'

const TEMPLATE = `
Parameters:
  Mode: { Type: String, Default: fast, AllowedValues: [fast, full] }
  IsAudited: { Type: String, AllowedValues: ['no', 'yes'] }
  Bucket: { Type: String, Default: b }
Conditions:
  Audited: !Equals [!Ref IsAudited, 'yes']
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionSubstitutions: { Audited: !If [Audited, 'true', 'false'], Mode: !Ref Mode }
      DefinitionUri: flow.asl.json
`
const FLOW = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Audited?',
  States: {
    'Audited?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% ${Audited} = true %}', Next: 'Audit' }],
      Default: 'Mode?',
    },
    Audit: { Type: 'Succeed' },
    'Mode?': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% '${Mode}' = 'full' %}", Next: 'Full' },
        { Condition: "{% '${Mode}' = 'none' %}", Next: 'Nothing' },
      ],
      Default: 'Fast',
    },
    Full: { Type: 'Succeed' },
    Nothing: { Type: 'Succeed' },
    Fast: { Type: 'Succeed' },
  },
})

it('names the value of a parameter that leads to a branch of another deployment', async () => {
  const file = filesWith({ 'template.yaml': TEMPLATE, 'flow.asl.json': FLOW })
  const source = loadMachineSource(file)
  const flow = machineFromSource(source)
  expect(source.otherParameters).toEqual([
    { parameter: 'Mode', value: 'full' },
    { parameter: 'IsAudited', value: 'yes' },
  ])

  const load: Parameters<typeof withParameterReach>[3] = ({ parameter, value }) =>
    machineFromSource(loadMachineSource(file, { parameters: { [parameter]: value } }))
  const { reach, certificate } = withParameterReach(await explore(flow), flow, source.otherParameters ?? [], load, {})
  const reasons = reach.list.map(({ state, because }) => [state, because])
  expect(Object.fromEntries(reasons)).toEqual({
    'Audited?': undefined,
    Audit: "another value of the template's parameter IsAudited leads here: --param IsAudited=yes",
    'Mode?': undefined,
    Full: "another value of the template's parameter Mode leads here: --param Mode=full",
    Nothing: `no values were found for rule 2 of the Choice "Mode?": "{% 'fast' = 'none' %}"`,
    Fast: undefined,
  })
  expect(certificate.states).toBe(reach)
})
