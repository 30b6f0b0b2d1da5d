import type { MachineSource, UnresolvedValue } from '../iac/machine-source.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'
import { tell } from './print.js'
import { shellQuote } from './shell-quote.js'

/** Values that a note names. */
const SHOWN = 4

/** Tells, on standard error, of values that nobody gave and that the user can give; made-up ones stand in for them. */
export function noteUnresolved({ name, unresolved }: MachineSource, options: OptionValues, io: Io): void {
  const [first, ...others] = unresolved.filter(({ token }) => !isOfTheTemplate(token))
  if (!first || options.has('quiet')) return
  const shown = [first, ...others].slice(0, SHOWN).map(({ token }) => token)
  const more = others.length >= SHOWN ? ` and ${others.length + 1 - SHOWN} more` : ''
  tell(io, `note: ${name}: no value is known for ${shown.join(', ')}${more}, so made-up ones stand in${advice(first)}`)
}

/** Attributes and names of the template's own resources: made up as well, but nobody needs to give them. */
export function isOfTheTemplate(token: string): boolean {
  return /^(?:GetAtt|Ref):|^(?:data\.)?aws_/.test(token)
}

function advice({ token }: UnresolvedValue): string {
  const placeholder = /^\$\{(.*)\}$/s.exec(token)?.[1]
  if (placeholder !== undefined) return `: give them with --substitution ${shellQuote(placeholder)}=...`
  const parameter = /^(?:Param:|var\.)(.+)$/s.exec(token)?.[1]
  return parameter === undefined ? '' : `: give them with --param ${shellQuote(parameter)}=...`
}
