import { format } from 'prettier'
import { catalogue } from '../../src/faults/catalogue.js'
import type { FaultDefinition } from '../../src/faults/fault-definition.js'
import { sightingsOf } from '../../src/faults/fault-sightings.js'

/** Where the page stands, from the root of the repository. */
export const FAULTS_PAGE = 'docs/faults.md'

/** Error names that a row of a table shows. */
const SHOWN_ERRORS = 4

/** The catalogue as a page: a table for each family. `npm run docs:faults` writes it. */
export async function faultsPage(): Promise<string> {
  const families = [...new Set(catalogue.map(({ family }) => family))]
  const head = `# Faults

The ${catalogue.length} faults that aslx injects, by family. \`aslx faults <name>\` explains one: the error and the cause to
the letter for every style of integration and every Lambda runtime, what to do about it, and where that is known from.
\`aslx faults --for <resource>\` lists what can happen at a resource or a state. \`npm run docs:faults\` writes this page.

- **error**: what a state machine sees first; several where integrations or runtimes differ.
- **transient**: whether a later try can go well with the same input.
- **side effect**: what the callee has done by the time the error is seen.
- **evidence**: recorded (a recording in the conformance corpus holds it), documented (by AWS, or in a service's model),
  reported (seen on the real service by others), inferred (name and form follow a recorded pattern, the words of the message may
  be ours), assumption (the name itself is ours).

${families.map((family) => `- [${family}](#${family})`).join('\n')}
`
  const text = [head, ...families.map(familyTable)].join('\n')
  return await format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' })
}

function familyTable(family: string): string {
  const rows = catalogue.filter((row) => row.family === family).map(faultRow)
  const columns = ['fault', 'what happens', 'strikes', 'error', 'transient', 'side effect', 'evidence']
  return [`## ${family}`, '', tableRow(columns), tableRow(columns.map(() => '---')), ...rows, ''].join('\n')
}

function faultRow(fault: FaultDefinition): string {
  const { id, aliases, title, targets, transient, sideEffect, evidence, effect } = fault
  const also = aliases.length === 0 ? '' : ` (${aliases.join(', ')})`
  return tableRow([
    `**${id}**${also}`,
    title,
    effect.kind === 'outside' ? 'no state' : targets,
    errorsOf(fault),
    typeof transient === 'string' ? transient : transient ? 'yes' : 'no',
    sideEffect.replaceAll('-', ' '),
    evidence,
  ])
}

function errorsOf(fault: FaultDefinition): string {
  const names = [...new Set(sightingsOf(fault).flatMap(({ error }) => (error === undefined ? [] : [error])))]
  if (names.length === 0) return fault.effect.kind === 'error' ? 'without a name' : 'none'
  const shown = names.slice(0, SHOWN_ERRORS).map((name) => `\`${name}\``)
  return names.length > SHOWN_ERRORS ? `${shown.join(', ')}, ...` : shown.join(', ')
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('*.', '\\*.')).join(' | ')} |`
}
