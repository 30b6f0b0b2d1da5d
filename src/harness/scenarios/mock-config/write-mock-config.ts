import type { Json } from '../../../asl/json.js'
import type { MockConfig, MockEntry, MockedResponse } from './mock-config.js'

/** An object as a list of its members: JavaScript would put `"3"` before `"1-2"`. */
class Members {
  readonly list: readonly (readonly [key: string, value: Written])[]
  constructor(list: Members['list']) {
    this.list = list
  }
}

type Written = Members | { readonly json: Json }

/**
 * The text of a mock configuration, as Step Functions Local reads it. A file whose objects are laid out the usual way (each
 * member on a line, or all on one) comes out as it was read, byte by byte; others are laid out so.
 * @example
 * const { config } = loadMockConfig('MockConfigFile.json')
 * JSON.parse(writeMockConfig(config)).StateMachines.order.TestCases.HappyPath.Charge // => 'Paid'
 */
export function writeMockConfig({ machines, responses, responsesKey, form }: MockConfig): string {
  const config = new Members([
    ['StateMachines', new Members(machines.map(({ name, cases }) => [name, machineCases(cases)]))],
    [responsesKey, new Members(responses.map((response) => [response.name, entriesOf(response)]))],
  ])
  return print(config, form.indent, '') + (form.endsWithNewline ? '\n' : '')
}

function machineCases(cases: MockConfig['machines'][number]['cases']): Written {
  const written = cases.map(({ name, states }) => {
    const members = states.map(({ state, response }) => [state, { json: response }] as const)
    return [name, new Members(members)] as const
  })
  return new Members([['TestCases', new Members(written)]])
}

function entriesOf({ entries }: MockedResponse): Members {
  return new Members(entries.map(({ key, reply }) => [key, replyOf(reply)]))
}

function replyOf(reply: MockEntry['reply']): Members {
  if (reply.kind === 'Return') return new Members([['Return', { json: reply.value }]])
  return new Members([['Throw', { json: { Error: reply.error, Cause: reply.cause } }]])
}

function print(value: Written, indent: string, within: string): string {
  const inner = within + indent
  if (!(value instanceof Members)) return JSON.stringify(value.json, null, indent).replaceAll('\n', `\n${within}`)
  if (value.list.length === 0) return '{}'
  const [colon, comma, open, close] =
    indent === '' ? [':', ',', '', ''] : [': ', `,\n${inner}`, `\n${inner}`, `\n${within}`]
  const members = value.list.map(([key, member]) => `${JSON.stringify(key)}${colon}${print(member, indent, inner)}`)
  return `{${open}${members.join(comma)}${close}}`
}
