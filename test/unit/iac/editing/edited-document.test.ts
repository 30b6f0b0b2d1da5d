import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/asl/json.js'
import { EditedDocument } from '../../../../src/iac/editing/edited-document.js'
import { type TextEdit, withEdits } from '../../../../src/iac/editing/text-edit.js'

const retrier: JsonObject = { ErrorEquals: ['Lambda.TooManyRequestsException'], IntervalSeconds: 1 }

type Change = (document: EditedDocument) => TextEdit | undefined

function edited(text: string, change: Change): string | undefined {
  const document = EditedDocument.of(text)
  const edit = document && change(document)
  return edit && withEdits(text, [edit])
}

/** Where a text stands in another, as an editor shows it. */
function placeOf(part: string, text: string, isItem = false) {
  const before = text.slice(0, text.indexOf(part)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, isItem }
}

const addRetry =
  (text: string, key: string): Change =>
  (document) =>
    document.insertMember(placeOf(key, text), 'Retry', [retrier], ['Catch', 'Next', 'End'])

describe('a member is inserted', () => {
  it.each([
    [
      'JSON with two blanks',
      '{\n  "A": {\n    "Type": "Task",\n    "End": true\n  }\n}\n',
      '"A"',
      '{\n  "A": {\n    "Type": "Task",\n    "Retry": [\n      {\n        "ErrorEquals": ["Lambda.TooManyRequestsException"],\n        "IntervalSeconds": 1\n      }\n    ],\n    "End": true\n  }\n}\n',
    ],
    [
      'JSON with tabs and CRLF',
      '{\r\n\t"A": {\r\n\t\t"Type": "Task",\r\n\t\t"End": true\r\n\t}\r\n}',
      '"A"',
      '{\r\n\t"A": {\r\n\t\t"Type": "Task",\r\n\t\t"Retry": [\r\n\t\t\t{\r\n\t\t\t\t"ErrorEquals": ["Lambda.TooManyRequestsException"],\r\n\t\t\t\t"IntervalSeconds": 1\r\n\t\t\t}\r\n\t\t],\r\n\t\t"End": true\r\n\t}\r\n}',
    ],
    [
      'JSON in one line',
      '{"A":{"Type":"Task","End":true}}',
      '"A"',
      '{"A":{"Type":"Task","Retry": [ { "ErrorEquals": ["Lambda.TooManyRequestsException"], "IntervalSeconds": 1 } ], "End":true}}',
    ],
    [
      'YAML with comments',
      'A: # the first\n  Type: Task # calls\n  # the end\n  End: true\n',
      'A:',
      'A: # the first\n  Type: Task # calls\n  # the end\n  Retry:\n    - ErrorEquals:\n        - Lambda.TooManyRequestsException\n      IntervalSeconds: 1\n  End: true\n',
    ],
    [
      'YAML with tags of CloudFormation',
      'A:\n  Type: Task\n  Resource: !GetAtt F.Arn\n  Next: B\n',
      'A:',
      'A:\n  Type: Task\n  Resource: !GetAtt F.Arn\n  Retry:\n    - ErrorEquals:\n        - Lambda.TooManyRequestsException\n      IntervalSeconds: 1\n  Next: B\n',
    ],
  ])('in %s', (_, text, key, expected) => {
    expect(edited(text, addRetry(text, key))).toBe(expected)
  })

  it('nowhere where no map stands', () => {
    expect(edited('A: 1\n', addRetry('A: 1\n', 'A:'))).toBeUndefined()
    expect(edited('A: {}\n', addRetry('A: {}\n', 'A:'))).toBeUndefined()
    expect(edited('{ not: [JSON\n', addRetry('{', '{'))).toBeUndefined()
  })
})

describe('an item is inserted before the first', () => {
  const before = (text: string, key: string): Change => {
    return (document) => document.insertItem(placeOf(key, text), 'Retry', retrier)
  }

  it('in JSON', () => {
    const text = '{\n  "A": {\n    "Retry": [\n      { "ErrorEquals": ["States.ALL"] }\n    ]\n  }\n}\n'
    expect(edited(text, before(text, '"A"'))).toBe(
      '{\n  "A": {\n    "Retry": [\n      {\n        "ErrorEquals": ["Lambda.TooManyRequestsException"],\n        "IntervalSeconds": 1\n      },\n      { "ErrorEquals": ["States.ALL"] }\n    ]\n  }\n}\n',
    )
  })

  it('in YAML', () => {
    const text = 'A:\n  Retry:\n    # all of them\n    - ErrorEquals: [States.ALL]\n  End: true\n'
    expect(edited(text, before(text, 'A:'))).toBe(
      'A:\n  Retry:\n    # all of them\n    - ErrorEquals:\n        - Lambda.TooManyRequestsException\n      IntervalSeconds: 1\n    - ErrorEquals: [States.ALL]\n  End: true\n',
    )
  })
})

describe('a text is replaced, quoted as before', () => {
  it.each([
    ['["DynamoDb.X"]', '["DynamoDB.X"]'],
    ["['DynamoDb.X']", "['DynamoDB.X']"],
    ['- DynamoDb.X # why\n', '- DynamoDB.X # why\n'],
  ])('%s', (text, expected) => {
    const at = placeOf(text.includes("'") ? "'" : text.includes('"') ? '"' : 'D', text, true)
    expect(edited(text, (document) => document.replaceText(at, 'DynamoDB.X'))).toBe(expected)
  })
})
