import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EditedDocument } from '../../src/iac/editing/edited-document.js'
import { aslx } from './fake-io.js'
import { folderWith } from './workspace.js'

const write = {
  Type: 'Task',
  Resource: 'arn:aws:states:::dynamodb:putItem',
  Parameters: { TableName: 't', Item: { id: { S: '1' } } },
}
const misspelt = {
  StartAt: 'Save',
  States: {
    Save: { ...write, Retry: [{ ErrorEquals: ['DynamoDb.ThrottlingException'], JitterStrategy: 'FULL' }], End: true },
  },
}

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: # the machine
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Read
        States:
          Read: # reads only
            Type: Task
            Resource: !Sub arn:\${AWS::Partition}:states:::aws-sdk:s3:getObject
            Parameters:
              Bucket: b
              Key: k
            # that is all
            End: true
`

/** What was broken into lines to fit. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

afterEach(() => vi.restoreAllMocks())

describe('--fix', () => {
  it('writes the right name and a Retry into JSON, and finds nothing more to write', async () => {
    const source = join(folderWith({ 'm.asl.json': misspelt }), 'm.asl.json')
    const before = await aslx(['explore', source])
    expect(before.out).toMatch(/^error {4}dead-handler/m)
    const told = await aslx(['explore', source, '--fix'])
    expect(inOneLine(told.out)).toMatch(/ fixed \S+: Save: "DynamoDB\.ThrottlingException"/)
    expect(told.out).not.toContain('dead-handler')
    expect(readFileSync(source, 'utf8')).toContain('"DynamoDB.ThrottlingException"')

    const written = readFileSync(source, 'utf8')
    const again = await aslx(['explore', source, '--fix'])
    expect(again.out).toContain('nothing to fix by itself')
    expect(readFileSync(source, 'utf8')).toBe(written)
  })

  it('keeps comments, tags and all else of a template in YAML', async () => {
    const source = join(folderWith({ 'template.yaml': TEMPLATE }), 'template.yaml')
    const told = await aslx(['explore', source, '--fix'])
    expect(inOneLine(told.out)).toMatch(/ fixed \S+: Read: a Retry for /)
    const written = readFileSync(source, 'utf8')
    const [start = '', end = ''] = TEMPLATE.split('            End: true')
    expect(written.startsWith(start)).toBe(true)
    expect(written.endsWith(`            End: true${end}`)).toBe(true)
    expect(written.slice(start.length)).toMatch(/^ {12}Retry:\n {14}- ErrorEquals:\n {18}- S3\./)
    expect((await aslx(['validate', source])).code).toBe(0)
  })

  it('shows with --dry-run what it would write, as patch takes it', async () => {
    const folder = folderWith({ 'template.yaml': TEMPLATE })
    const source = join(folder, 'template.yaml')
    const { out } = await aslx(['explore', source, '--fix', '--dry-run'])
    expect(readFileSync(source, 'utf8')).toBe(TEMPLATE)
    expect(out).toMatch(
      /^--- .*template\.yaml\n\+\+\+ .*template\.yaml\n@@ -17 \+17,\d+ @@\n- {12}End: true\n\+ {12}Retry:/,
    )
    await aslx(['explore', source, '--fix'])
    const added = out
      .split('\n')
      .filter((line) => line.startsWith('+ '))
      .map((line) => line.slice(1))
    expect(readFileSync(source, 'utf8')).toContain(added.join('\n'))
  })

  it('leaves what is no JSON or YAML, and says why', async () => {
    const tf = `resource "aws_sfn_state_machine" "m" {\n  definition = jsonencode(${JSON.stringify(misspelt)})\n}\n`
    const source = join(folderWith({ 'main.tf': tf }), 'main.tf')
    const told = await aslx(['explore', source, '--fix', '--format', 'json'])
    expect(readFileSync(source, 'utf8')).toBe(tf)
    const { fixes } = JSON.parse(told.out) as { readonly fixes: readonly { readonly because: string }[] }
    expect(fixes.length).toBeGreaterThan(0)
    expect(new Set(fixes.map(({ because }) => because))).toEqual(new Set(['a .tf file is not written by aslx']))
  })

  it('takes back what brings a new error', async () => {
    const source = join(folderWith({ 'm.asl.json': misspelt }), 'm.asl.json')
    const text = readFileSync(source, 'utf8')
    const at = text.indexOf('"Save"') + 1
    vi.spyOn(EditedDocument.prototype, 'replaceText').mockReturnValue({ start: at, end: at + 4, text: 'Gone' })
    const told = await aslx(['explore', source, '--fix'])
    expect(inOneLine(told.out)).toContain('(taken back: an error came that was not there before)')
    expect(readFileSync(source, 'utf8')).toBe(text)
  })
})
