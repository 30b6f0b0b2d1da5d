import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx } from './fake-io.js'
import { folderWith } from './workspace.js'

const TEMPLATE = `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Shape
        States:
          Shape:
            Type: Pass
            InputPath: $.a[
            Parameters:
              good.$: $.x
              list:
                - bad.$: States.Nothing(1)
            ResultPath: $..x
            Next: Query
          Query:
            QueryLanguage: JSONata
            Type: Pass
            Output:
              list: [fine, "{% 1 + %}"]
            Next: Which
          Which:
            Type: Choice
            Choices:
              - Not:
                  Variable: $.b[
                  IsPresent: true
                Next: Done
            Default: Done
          Done:
            Type: Succeed
`

/** Line and column at which a text begins in the template. */
function placeOf(text: string): string {
  const lines = TEMPLATE.split('\n')
  const line = lines.findIndex((candidate) => candidate.includes(text))
  return `${line + 1}:${(lines[line] ?? '').indexOf(text) + 1}`
}

describe('an expression that Step Functions would refuse', () => {
  it('is told by aslx validate at its very place, each of them', async () => {
    const folder = folderWith({ 't.yaml': TEMPLATE })
    const { code, out } = await aslx(['validate', join(folder, 't.yaml')])
    const places = out.split('\n').flatMap((line) => /t\.yaml:(\d+:\d+): error: /.exec(line)?.[1] ?? [])
    const texts = ['InputPath', 'bad.$', 'ResultPath', '"{% 1 + %}"', 'Variable: $.b[']
    expect([code, places]).toEqual([3, texts.map(placeOf)])
  })

  it('is told by aslx run at its very place, the first of them', async () => {
    const folder = folderWith({ 't.yaml': TEMPLATE })
    const { code, err } = await aslx(['run', join(folder, 't.yaml')])
    expect([code, err]).toEqual([3, expect.stringContaining(`t.yaml:${placeOf('InputPath')}: `)])
  })
})
