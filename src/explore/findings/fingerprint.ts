import { hexDigest } from '../../asl/digest.js'
import type { Finding, Place } from './finding.js'

/** What a finding is known by, whatever becomes of file, line, scenario and formatting. */
export interface FingerprintSubject {
  /** Its logical id where a template declares it; else empty, as a file may be renamed. */
  readonly machine: string
  /** The resource of the state at a pointer, as the definition has it; empty where it calls nothing. */
  readonly resourceAt: (pointer: string) => string
}

/** Hex digits of a fingerprint, and of the id that people type. */
export const FINGERPRINT_DIGITS = 32
export const ID_DIGITS = 6

/**
 * The fingerprints of findings, in their order: a hash of rule, states, resources, kinds and machine. Equal ones are told
 * apart by their order (answers.md 4).
 */
export function fingerprints(findings: readonly Finding[], subject: FingerprintSubject): readonly string[] {
  return distinctDigits(findings.map((finding) => subjectText(finding, subject)))
}

/**
 * The fingerprints of a place, one for each kind of error there: a baseline holds these, as a finding is folded otherwise when one
 * of its places or kinds is mended. `family`: of the rule, or the rule itself.
 */
export function placeFingerprints(family: string, place: Place, subject: FingerprintSubject): readonly string[] {
  const kinds = place.kinds.length === 0 ? [''] : [...place.kinds]
  const at = [`${place.pointer} ${subject.resourceAt(place.pointer)}`]
  return kinds.map((kind) => digits([subject.machine, family, kind, ...at].join('\n')))
}

/** Equal texts are told apart by their order. */
function distinctDigits(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return texts.map((text) => {
    const count = seen.get(text) ?? 0
    seen.set(text, count + 1)
    return digits(count === 0 ? text : `${text}\n${count + 1}`)
  })
}

export function idOfFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, ID_DIGITS)
}

function subjectText({ rule, states, kinds }: Finding, { machine, resourceAt }: FingerprintSubject): string {
  const places = states.map(({ pointer }) => `${pointer} ${resourceAt(pointer)}`).sort()
  return [machine, rule, [...kinds].sort().join(' '), ...places].join('\n')
}

function digits(text: string): string {
  return hexDigest('sha256', text).slice(0, FINGERPRINT_DIGITS)
}
