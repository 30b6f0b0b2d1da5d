import { describe, expect, it } from 'vitest'
import { loadMachineSource } from '../../../src/iac/load-machine-source.js'
import { filesWith, messageOf } from './temporary.js'

describe('a plain ASL file', () => {
  it('is read from JSON', () => {
    const path = filesWith({
      'order.asl.json': '{\n  "StartAt": "A",\n  "States": {\n    "A": {"Type": "Succeed"}\n  }\n}',
    })
    const machine = loadMachineSource(path)
    expect(machine).toMatchObject({
      name: 'order',
      file: path,
      type: 'STANDARD',
      definition: { StartAt: 'A', States: { A: { Type: 'Succeed' } } },
      unresolved: [],
      functions: {},
    })
    expect(machine.locate('/States/A')).toEqual({ file: path, line: 4, column: 5 })
    expect(machine.locate('/States/B')).toBeUndefined()
  })

  it('is read from YAML with comments', () => {
    const machine = loadMachineSource(
      filesWith({ 'x.asl.yaml': '# flow\nStartAt: A # first\nStates:\n  A:\n    Type: Succeed\n' }),
    )
    expect(machine.definition).toEqual({ StartAt: 'A', States: { A: { Type: 'Succeed' } } })
    expect(machine.locate('/States/A')).toMatchObject({ line: 4, column: 3 })
  })

  it('may lack States: the checks of a definition tell what is wrong', () => {
    expect(loadMachineSource(filesWith({ 'x.json': '{"StartAt": "A"}' })).definition).toEqual({ StartAt: 'A' })
  })

  it('keeps a placeholder within quotes and lists it', () => {
    const text =
      '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${Fn}","Comment":"${Fn} {{resolve:ssm:/x}} ${","End":true}}}'
    const machine = loadMachineSource(filesWith({ 'x.json': text }))
    expect(machine.definition).toEqual(JSON.parse(text))
    expect(machine.unresolved).toEqual([
      { token: '${Fn}', standIn: '${Fn}' },
      { token: '{{resolve:ssm:/x}}', standIn: '{{resolve:ssm:/x}}' },
    ])
  })

  it('puts stand-ins for placeholders outside quotes: 1 for a number of ASL, else the name', () => {
    const text = [
      '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"x",',
      '  "TimeoutSeconds": ${wait}, "Parameters": {"Workers": ${n}, "Also": ${n}, "Args": ${jsonencode("a")}},',
      '  "End": true, "Comment": "c"}}}',
    ].join('\n')
    const machine = loadMachineSource(filesWith({ 'x.asl.json': text }))
    expect(machine.definition).toMatchObject({
      States: { A: { TimeoutSeconds: 1, Parameters: { Workers: 'n', Also: 'n', Args: "jsonencode('a')" } } },
    })
    expect(machine.unresolved).toEqual([
      { token: '${wait}', standIn: '1' },
      { token: '${n}', standIn: 'n' },
      { token: '${jsonencode("a")}', standIn: "jsonencode('a')" },
    ])
    expect(machine.locate('/States/A/Parameters')).toMatchObject({ line: 2, column: 30 })
  })

  it('takes values for placeholders before it parses, and positions stay those of the file', () => {
    const text =
      '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${Fn}",\n"Parameters":${args},"TimeoutSeconds":${s},"End":true}}}'
    const substitutions = { Fn: 'arn:aws:lambda:us-east-1:1:function:F', args: { a: [1] }, s: 5 }
    const machine = loadMachineSource(filesWith({ 'x.json': text }), { substitutions })
    expect(machine.definition).toMatchObject({
      States: { A: { Resource: substitutions.Fn, Parameters: { a: [1] }, TimeoutSeconds: 5 } },
    })
    expect(machine.unresolved).toEqual([])
    expect(machine.locate('/States/A/TimeoutSeconds')).toMatchObject({ line: 2, column: 22 })
  })

  it('tells the place of a fault in the file, not in the text with the values', () => {
    const path = filesWith({ 'x.json': '{"StartAt":"${a}",\n"States":{"${a}" "b"}}' })
    const message = messageOf(() => loadMachineSource(path, { substitutions: { a: 'a long name' } }), path)
    expect(message).toContain("x.json:2:18: not valid JSON: expected ':'")
  })

  it('keeps members with names of the prototype', () => {
    const machine = loadMachineSource(
      filesWith({ 'x.json': '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Succeed"}}}' }),
    )
    expect(JSON.stringify(machine.definition)).toBe('{"StartAt":"__proto__","States":{"__proto__":{"Type":"Succeed"}}}')
  })
})
