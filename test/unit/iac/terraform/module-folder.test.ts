import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LoadOptions } from '../../../../src/iac/found-machines.js'
import { findMachines, loadMachineSource } from '../../../../src/iac/load-machine-source.js'
import { filesWith, messageOf } from '../temporary.js'

const PASS = '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}'

function machinesOf(files: Readonly<Record<string, string>>, options: LoadOptions = {}) {
  const path = filesWith(files)
  const { machines, problems } = findMachines(path, options)
  const here = (text: string): string => text.replaceAll(`${dirname(path)}/`, '')
  return {
    machines: Object.fromEntries(machines.map((machine) => [machine.name, machine])),
    problems: problems.map(({ name, error }) => `${name}: ${here(error.message)}`),
    at: (name: string, pointer: string) => {
      const at = machines.find((machine) => machine.name === name)?.locate(pointer)
      return at && `${here(at.file)}:${at.line}:${at.column}`
    },
  }
}

/** A state machine resource with a definition. */
function machine(name: string, definition: string, more = ''): string {
  return `resource "aws_sfn_state_machine" "${name}" {\n  name = "${name}"\n  definition = ${definition}\n${more}}\n`
}

describe('a folder of Terraform', () => {
  it('holds the machines of all its files, by their addresses', () => {
    const { machines } = machinesOf({
      'a.tf': machine('one', `jsonencode(${PASS})`),
      'b.tf': machine('two', `<<E\n${PASS}\nE\n`, '  type = upper("express")\n'),
      'c.json': PASS,
    })
    expect(Object.keys(machines)).toEqual(['aws_sfn_state_machine.one', 'aws_sfn_state_machine.two'])
    expect(machines['aws_sfn_state_machine.one']).toMatchObject({
      type: 'STANDARD',
      definition: JSON.parse(PASS) as object,
    })
    expect(machines['aws_sfn_state_machine.two']).toMatchObject({
      type: 'EXPRESS',
      definition: JSON.parse(PASS) as object,
    })
  })

  it('lets a machine be picked by its name alone', () => {
    const path = filesWith({ 'a.tf': machine('one', `jsonencode(${PASS})`) + machine('two', `jsonencode(${PASS})`) })
    expect(loadMachineSource(`${path}#two`).name).toBe('aws_sfn_state_machine.two')
  })

  it('locates states in heredocs, templates, files, jsonencode and loops', () => {
    const { at } = machinesOf({
      'main.tf': `${machine('here', '<<-E\n    {"StartAt": "${"A"}", "States": {\n      "A": {"Type": "Pass", "End": true}}}\n    E\n')}
${machine(
  'enc',
  `jsonencode({
    StartAt = "A"
    States = merge(local.more, { "B c" : { Type = "Succeed" } })
  })`,
)}
locals {
  more = { A = { Type = "Pass", Next = "B c" } }
}
${machine('tpl', 'templatefile("t.json", { comment = "two\\nlines" })')}
${machine('rep', 'replace(replace(file("t.json"), "$${comment}", "longer than before"), "/Suc(ceed)/", "Suc$1")')}`,
      't.json': '{\n  "Comment": "${comment}", "StartAt": "A",\n "States": { "A": { "Type": "Succeed" } }\n}',
    })
    expect(at('aws_sfn_state_machine.here', '/States/A')).toBe('main.tf:5:7')
    expect(at('aws_sfn_state_machine.enc', '/States/B c')).toBe('main.tf:14:34')
    expect(at('aws_sfn_state_machine.enc', '/States/A')).toBe('main.tf:19:12')
    expect(at('aws_sfn_state_machine.tpl', '/States/A')).toBe('t.json:3:14')
    expect(at('aws_sfn_state_machine.rep', '/States/A')).toBe('t.json:3:14')
  })

  it('locates states in YAML that is decoded, and in a file that a data source reads', () => {
    const { at } = machinesOf({
      'main.tf': `${machine('yaml', 'jsonencode(yamldecode(templatefile("m.yaml", { type = "Pass" })))')}${machine('data', 'data.local_file.m.content')}
data "local_file" "m" {
  filename = "\${path.module}/m.json"
}`,
      'm.yaml': 'StartAt: A\nStates:\n  # the only one\n  A:\n    Type: ${type}\n    End: true\n',
      'm.json': PASS,
    })
    expect(at('aws_sfn_state_machine.yaml', '/States/A')).toBe('m.yaml:4:3')
    expect(at('aws_sfn_state_machine.data', '/States/A')).toBe('m.json:1:26')
  })

  it('makes up what is only known at deployment, and says so', () => {
    const { machines } = machinesOf({
      'main.tf': `${machine(
        'm',
        `jsonencode({ StartAt = "A", States = { A = {
        Type = "Task", Resource = aws_lambda_function.resize.arn, TimeoutSeconds = var.seconds, Next = "B" }
        B = { Type = "Task", Resource = "arn:aws:states:::sqs:sendMessage", End = true, Parameters = {
        QueueUrl = aws_sqs_queue.q.url, Region = data.aws_region.now.name, Table = aws_dynamodb_table.t.id, Secret = module.far.secret_arn } } } })`,
      )}
resource "aws_lambda_function" "resize" {
  function_name = "resize-\${terraform.workspace}"
  timeout = 3 * 5
  memory_size = 512
  runtime = "nodejs22.x"
  reserved_concurrent_executions = 2
  ephemeral_storage {
    size = 1024
  }
}
resource "aws_dynamodb_table" "t" { name = "orders" }
variable "seconds" { type = number }
module "far" { source = "far/away/aws" }`,
    })
    const found = machines['aws_sfn_state_machine.m']
    expect(found?.unresolved).toEqual([
      { token: 'aws_lambda_function.resize.arn', standIn: 'arn:aws:lambda:us-east-1:123456789012:function:resize' },
      { token: 'var.seconds', standIn: '1' },
      { token: 'aws_sqs_queue.q.url', standIn: 'https://sqs.us-east-1.amazonaws.com/123456789012/q' },
      { token: 'data.aws_region.now.name', standIn: 'us-east-1' },
      { token: 'aws_dynamodb_table.t.id', standIn: 'orders' },
      { token: 'module.far.secret_arn', standIn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:far-secret' },
    ])
    const facts = {
      logicalId: 'aws_lambda_function.resize',
      timeoutSeconds: 15,
      memoryMb: 512,
      runtime: 'nodejs22.x',
      ephemeralStorageMb: 1024,
      reservedConcurrency: 2,
    }
    expect(found?.functions['arn:aws:lambda:us-east-1:123456789012:function:resize']).toEqual(facts)
    expect(found?.functions['resize-default']).toEqual(facts)
  })

  it('puts unknown values outside quotes into quotes, or a number where ASL wants one', () => {
    const { machines } = machinesOf({
      'main.tf': `${machine(
        'm',
        '<<E\n{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":${var.wait},"Next":"B"},"B":{"Type":"Pass","Result":{"x":${var.x}},"End":true}}}\nE\n',
      )}variable "wait" {}\nvariable "x" {}\n`,
    })
    const found = machines['aws_sfn_state_machine.m']
    expect(found?.definition).toMatchObject({ States: { A: { Seconds: 1 }, B: { Result: { x: 'x' } } } })
    expect(found?.unresolved).toEqual([
      { token: 'var.wait', standIn: '1' },
      { token: 'var.x', standIn: 'x' },
    ])
  })

  it('gives unknown values what the user says they are', () => {
    const substitutions = { 'aws_lambda_function.f.arn': 'arn:aws:lambda:eu-west-1:1:function:real' }
    const text = machine(
      'm',
      'jsonencode({ StartAt = "A", States = { A = { Type = "Task", Resource = aws_lambda_function.f.arn, End = true } } })',
    )
    const found = machinesOf({ 'main.tf': text }, { substitutions }).machines['aws_sfn_state_machine.m']
    expect(found?.definition).toMatchObject({ States: { A: { Resource: 'arn:aws:lambda:eu-west-1:1:function:real' } } })
    expect(found?.unresolved).toEqual([])
  })

  it('takes variables from defaults, then files beside it, then files and values given', () => {
    const files = {
      'main.tf': `${machine('m', 'jsonencode({ StartAt = "A", States = { A = { Type = "Pass", Result = [var.a, var.b, var.c, var.d, var.e], End = true } } })')}
variable "a" { default = "a0" }
variable "b" { default = "b0" }
variable "c" { default = "c0" }
variable "d" { default = "d0" }
variable "e" {
  type = object({ n = number, o = optional(string, "o0") })
  default = { n = "1" }
}
`,
      'terraform.tfvars': 'b = "b1"\nc = "c1"\nd = "d1"\n',
      'z.auto.tfvars.json': '{"c": "c2", "d": "d2"}',
      'given/prod.tfvars': 'd = "d3"\n',
    }
    const path = filesWith(files)
    const tfvars = [join(dirname(path), 'given/prod.tfvars')]
    const result = (options: LoadOptions) =>
      (loadMachineSource(path, options).definition as { States: { A: { Result: unknown } } }).States.A.Result
    expect(result({ tfvars })).toEqual(['a0', 'b1', 'c2', 'd3', { n: 1, o: 'o0' }])
    expect(result({ tfvars, parameters: { d: 'd4', e: '{ n = 2, o = null }' } })).toEqual([
      'a0',
      'b1',
      'c2',
      'd4',
      { n: 2, o: null },
    ])
    expect(messageOf(() => result({ parameters: { aa: '1' } }), path)).toMatch(
      /the module has no variable "aa"; did you mean "a"\?$/,
    )
  })

  it('makes one machine of each instance', () => {
    const each = (value: string) =>
      `jsonencode({ StartAt = "A", States = { A = { Type = "Pass", Comment = "\${${value}}", End = true } } })`
    const { machines } = machinesOf({
      'main.tf':
        machine('one', each('count.index'), '  count = var.on ? 1 : 0\n') +
        machine('many', each('count.index'), '  count = 2\n') +
        machine('keyed', each('each.value.x'), '  for_each = { a = { x = "ax" }, b = { x = "bx" } }\n') +
        machine('set', each('each.key'), '  for_each = toset(["s"])\n') +
        machine('open', each('each.value'), '  for_each = var.unknown\n') +
        'variable "on" { default = false }\nvariable "unknown" {}\n',
    })
    const comments = Object.entries(machines).map(([name, { definition }]) => [
      name.replace('aws_sfn_state_machine.', ''),
      (definition as { States: { A: { Comment: unknown } } }).States.A.Comment,
    ])
    expect(comments).toEqual([
      ['one', 0],
      ['many[0]', 0],
      ['many[1]', 1],
      ['keyed["a"]', 'ax'],
      ['keyed["b"]', 'bx'],
      ['set["s"]', 's'],
      ['open', 'each.value'],
    ])
  })

  it('renders data.template_file, with its variables in either notation', () => {
    const { machines } = machinesOf({
      'main.tf': `${machine('old', '"${data.template_file.old.rendered}"')}${machine('new', 'data.template_file.new[0].rendered')}
data "template_file" "old" {
  template = "\${file("\${path.module}/t.json")}"
  vars {
    arn = "\${aws_lambda_function.f.arn}"
  }
}
data "template_file" "new" {
  count = 1
  template = file("t.json")
  vars = { arn = "given" }
}`,
      't.json': '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${arn}","End":true}}}',
    })
    expect(machines['aws_sfn_state_machine.old']?.definition).toMatchObject({
      States: { A: { Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' } },
    })
    expect(machines['aws_sfn_state_machine.new']?.definition).toMatchObject({ States: { A: { Resource: 'given' } } })
  })

  it('goes into modules beside it, with what they are given, and takes their outputs', () => {
    const { machines, at } = machinesOf({
      'main.tf': `
module "flow" {
  source = "./modules/flow"
  for_each = toset(["eu", "us"])
  definition = templatefile("flow.json", { fn = module.fn.arn, region = each.key })
}
module "fn" { source = "./modules/fn" }`,
      'flow.json': '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${fn}","Comment":"${region}","End":true}}}',
      'modules/flow/main.tf': `${machine('this', 'var.definition')}variable "definition" { type = string }\n`,
      'modules/fn/main.tf':
        'resource "aws_lambda_function" "this" { timeout = 7 }\noutput "arn" { value = aws_lambda_function.this.arn }',
    })
    const name = 'module.flow["eu"].aws_sfn_state_machine.this'
    expect(Object.keys(machines)).toEqual([name, 'module.flow["us"].aws_sfn_state_machine.this'])
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:fn-this'
    expect(machines[name]?.definition).toMatchObject({ States: { A: { Resource: arn, Comment: 'eu' } } })
    expect(machines[name]?.unresolved).toEqual([
      { token: 'module.fn.aws_lambda_function.this.arn', standIn: arn },
      { token: 'module.fn.arn', standIn: arn },
    ])
    expect(machines[name]?.functions[arn]).toMatchObject({ timeoutSeconds: 7 })
    expect(at(name, '/States/A')).toBe('flow.json:1:26')
  })

  it('takes a module from elsewhere that is given a definition for a machine', () => {
    const { machines } = machinesOf({
      'main.tf': `
module "orders" {
  source = "some/registry/aws"
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Task", Resource = module.fn.lambda_function_arn, End = true } } })
  type = "EXPRESS"
}
module "fn" {
  source = "other/registry/aws"
  function_name = "f"
  memory_size = 256
}`,
    })
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:fn-lambda_function'
    expect(machines['module.orders']).toMatchObject({
      type: 'EXPRESS',
      definition: { States: { A: { Resource: arn } } },
      functions: { [arn]: { logicalId: 'module.fn', memoryMb: 256 } },
    })
  })

  it.each([
    [
      'no definition',
      'resource "aws_sfn_state_machine" "m" {}',
      'main.tf:1:1: aws_sfn_state_machine.m has no definition; give it the argument definition',
    ],
    [
      'an unknown one',
      `${machine('m', 'var.d')}variable "d" {}`,
      'main.tf:3:16: the definition of aws_sfn_state_machine.m is not known: var.d; give the variable with --param d=... or --tfvars, or name the folder that calls this module',
    ],
    [
      'an empty one',
      machine('m', '""'),
      'main.tf:3:16: the definition of aws_sfn_state_machine.m is empty; give the variables it is made of with --param or --tfvars, or name the folder that calls this module',
    ],
    [
      'an object',
      machine('m', '{}'),
      'main.tf:3:16: the definition of aws_sfn_state_machine.m is an object; put it in jsonencode(...)',
    ],
    [
      'a file that is not there',
      machine('m', 'file("x.json")'),
      'main.tf:3:16: there is no file "x.json"; correct the path, which starts at the folder of the root module',
    ],
    [
      'a file of a name that is not known',
      `${machine('m', 'file("${var.x}.json")')}variable "x" {}`,
      'main.tf:3:16: there is no file "x.json"; correct the path, which starts at the folder of the root module',
    ],
    [
      'a file from elsewhere',
      machine('m', 'file("/etc/hosts")'),
      /^main\.tf:3:16: \/etc\/hosts is outside the project \([^\n]+\); run aslx from the folder that holds both$/,
    ],
    [
      'a circle',
      `${machine('m', 'local.a')}locals {\n a = local.b\n b = local.a\n}`,
      'main.tf:6:6: local.a -> local.b -> local.a goes round in a circle; break it here',
    ],
    ['text that is no JSON', machine('m', '"{"'), /^main\.tf:3:\d+: not valid JSON/],
    ['a module within itself', 'module "a" { source = "./" }', /^main\.tf:1:1: module a is a part of itself/],
  ])('tells of %s in one line', (_, text, message) => {
    const { machines, problems } = machinesOf({ 'main.tf': text })
    expect(machines).toEqual({})
    const [problem = ''] = problems.map((line) => line.replace(/^[^:]+: /, ''))
    if (typeof message === 'string') expect(problem).toBe(message)
    else expect(problem).toMatch(message)
    expect(problem).not.toContain('\n')
  })

  it('refuses a symbolic link that leads out of the project', () => {
    const outside = filesWith({ 'd.json': PASS })
    const path = filesWith({ 'main.tf': machine('m', 'file("link/d.json")') })
    symlinkSync(dirname(outside), join(dirname(path), 'link'))
    expect(findMachines(path).problems.map(({ error }) => error.message)).toEqual([
      expect.stringMatching(/is outside the project/),
    ])
  })

  it('goes to modules next to the folder within a repository, and not beyond', () => {
    const path = filesWith({
      'env/main.tf': 'module "m" {\n  source = "../shared"\n}\n',
      'shared/main.tf': machine('this', `jsonencode(${PASS})`),
    })
    expect(findMachines(path).problems.map(({ error }) => error.message)).toEqual([
      expect.stringMatching(/shared is outside the project/),
    ])
    mkdirSync(join(dirname(path), '..', '.git'))
    expect(findMachines(path).machines.map(({ name }) => name)).toEqual(['module.m.aws_sfn_state_machine.this'])
  })

  it('knows functions by their versions, aliases and made-up or given names', () => {
    const { machines } = machinesOf({
      'main.tf': `${machine('m', `jsonencode(${PASS})`)}
resource "aws_lambda_function" "f" {
  function_name = "real-\${var.env}"
  timeout       = 3
}
resource "aws_lambda_alias" "live" {
  name          = "live"
  function_name = aws_lambda_function.f.function_name
}
variable "env" {}`,
    })
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:'
    const known = Object.keys(machines['aws_sfn_state_machine.m']?.functions ?? {})
    expect(known).toEqual([`${arn}f`, `${arn}f:1`, 'real-env', `${arn}real-env`, `${arn}real-env:live`])
  })

  it('refuses files that are longer than any of Terraform', () => {
    const path = filesWith({ 'main.tf': `x = "${'$'.repeat(2 * 1024 * 1024)}"` })
    expect(messageOf(() => findMachines(path), path)).toMatch(/^main\.tf: more than 2 MiB [^\n]+$/)
  })

  it('says where a file is no Terraform', () => {
    const path = filesWith({ 'main.tf': 'resource "a" "b" {\n  x = \n}\n' })
    expect(messageOf(() => findMachines(path), path)).toBe(
      'main.tf:2:7: not valid Terraform: expected a value, found "\\n}\\n"; correct the file here',
    )
  })

  it('ends on values that double without end, and still reads the other machines', () => {
    const doubling = Array.from({ length: 60 }, (_, n) => `  a${n + 1} = "\${local.a${n}}\${local.a${n}}"`).join('\n')
    const { machines, problems } = machinesOf({
      'main.tf': `locals {\n  a0 = "0123456789"\n${doubling}\n}\n${machine('bomb', 'local.a60')}${machine('other', `jsonencode(${PASS})`)}`,
    })
    expect(Object.keys(machines)).toEqual(['aws_sfn_state_machine.other'])
    expect(problems).toEqual([expect.stringMatching(/more than 16 MiB of values/)])
  })
})
