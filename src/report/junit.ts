import { escapeUnprintable } from '../asl/unprintable.js'
import type { CaseResult } from '../verify/expectations/try-case.js'
import type { TimedResult } from '../verify/expectations/try-suites.js'
import { failurePlace, resultsByFile } from './suite-text.js'

/**
 * Results as JUnit XML, in the form that Jenkins, GitLab and Azure read: a testsuite for each file, a testcase for each
 * case, with the evidence and the command that repeats it in the body of a failure. Times are real seconds.
 */
export function junitXml(results: readonly TimedResult[], replayCommand: (result: CaseResult) => string): string {
  const suites = [...resultsByFile(results)].map(([file, own]) => [
    `  <testsuite name="${escapeXml(file)}" ${countAttributes(own)} skipped="0">`,
    ...own.flatMap((result) => testcase(result, replayCommand)),
    '  </testsuite>',
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="aslx test" ${countAttributes(results)}>`,
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n')
}

function countAttributes(results: readonly TimedResult[]): string {
  const count = (outcome: TimedResult['outcome']): number => results.filter((one) => one.outcome === outcome).length
  const realMs = results.reduce((sum, result) => sum + result.realMs, 0)
  return `tests="${results.length}" failures="${count('failed')}" errors="${count('broken')}" time="${seconds(realMs)}"`
}

function testcase(result: TimedResult, replayCommand: (result: CaseResult) => string): readonly string[] {
  const machine = result.outcome === 'broken' ? 'aslx' : result.run.machine
  const head = `    <testcase name="${escapeXml(result.name)}" classname="${escapeXml(machine)}" time="${seconds(result.realMs)}"`
  if (result.outcome === 'passed') return [`${head}/>`]
  return [`${head}>`, `      ${problem(result, replayCommand(result))}`, '    </testcase>']
}

function problem(result: Exclude<CaseResult, { readonly outcome: 'passed' }>, replay: string): string {
  if (result.outcome === 'broken') {
    const { message, kind } = result.mistake
    return `<error message="${escapeXml(message)}" type="${kind}">${escapeXml(message)}</error>`
  }
  const [first] = result.failures
  const headline = first?.message.split('\n', 1)[0] ?? ''
  const bodies = result.failures.map((failure) => `${failurePlace(failure, result)}\n${failure.message}`)
  const body = [...bodies, `replay: ${replay}`].join('\n\n')
  return `<failure message="${escapeXml(headline)}" type="expectation">${escapeXml(body)}</failure>`
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}

/** What XML 1.0 has no room for, not even as a reference: control characters but tab and line ends, and half surrogates. */
// oxlint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu

/** A text for an attribute or the inside of an element; line breaks and all else that could act on a screen are references. */
function escapeXml(text: string): string {
  const escaped = text
    .replaceAll(NO_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
  return escapeUnprintable(escaped, (character) => `&#${character.charCodeAt(0)};`)
}
