import { member } from '../../asl/json.js'
import { shown } from '../../faults/shown-text.js'
import type { Place } from './finding.js'
import { type MachineFacts, stateAround } from './machine-facts.js'

/** A finding that somebody decided to live with for a while. */
export interface Waiver {
  /** The rule, e.g. `ASLX303`. */
  readonly rule: string
  /** The machine, or the end of its name after a `/`. Default: every one. */
  readonly machine?: string
  /** The state's name. Default: every one. */
  readonly state?: string
  /** The last day on which it holds, e.g. `2027-01-01`. */
  readonly until: string
  readonly reason: string
}

/** Why a waiver does not hold. */
export interface WaiverProblem {
  /** Pointer of the state that it is about. */
  readonly pointer: string
  readonly state: string
  /** One line: what, and what to do. */
  readonly message: string
}

/** The waivers of one machine. */
export interface Waivers {
  /** Whether a place is waived. One that only an expired waiver covers is not, and becomes a problem. */
  readonly covers: (rule: string, place: Place) => boolean
  /** Waivers that expired or cannot be read, after all places were asked for. */
  readonly problems: () => readonly WaiverProblem[]
}

export interface WaiverOptions {
  /** Those of the configuration. */
  readonly waivers?: readonly Waiver[]
  /** The day by which a waiver has expired or not, e.g. `2026-11-30`. Default: none has expired. */
  readonly today?: string
}

interface PlacedWaiver extends Waiver {
  readonly pointer: string
}

/** The waivers that stand in the `Comment`s of states, and those of the configuration. */
export function waiversOf(facts: MachineFacts, { waivers = [], today }: WaiverOptions): Waivers {
  const unreadable: WaiverProblem[] = []
  const written: PlacedWaiver[] = []
  for (const { definition, pointer, state } of facts.states.values()) {
    for (const text of waiverTexts(member(definition, 'Comment'))) {
      const read = readWaiver(text)
      if (read.length === 0) unreadable.push({ pointer, state, message: unreadableText(text) })
      for (const waiver of read) written.push({ ...waiver, pointer })
    }
  }
  const expired = new Map<string, WaiverProblem>()
  const holds = ({ rule, until }: Waiver, pointer: string, state: string): boolean => {
    if (today === undefined || today <= until) return true
    const message = `the waiver of ${rule} expired on ${until}: mend it, or give the waiver another day`
    expired.set(`${rule} ${pointer}`, { pointer, state, message })
    return false
  }
  for (const { pointer, ...waiver } of written) holds(waiver, pointer, facts.states.get(pointer)?.state ?? '')
  return {
    covers: (rule, place) => {
      const at = stateAround(facts, place.pointer)
      const pointer = at?.pointer ?? place.pointer
      const fitting = [
        ...written.filter((waiver) => waiver.pointer === pointer),
        ...waivers.filter((waiver) => fits(waiver, facts.machine.name, at?.state ?? place.state)),
      ]
      return fitting.some((waiver) => waiver.rule === rule && holds(waiver, pointer, place.state))
    },
    problems: () => [...unreadable, ...expired.values()],
  }
}

function fits({ machine, state }: Waiver, name: string, at: string): boolean {
  const isMachine = machine === undefined || machine === name || name.endsWith(`/${machine}`)
  return isMachine && (state === undefined || state === at)
}

/** `aslx-ignore ...`, each up to the next. */
function waiverTexts(comment: unknown): readonly string[] {
  if (typeof comment !== 'string') return []
  return comment.split(/(?=\baslx-ignore\b)/).filter((text) => text.startsWith('aslx-ignore'))
}

const WAIVER = /^aslx-ignore\s+(ASLX\d+(?:\s*,\s*ASLX\d+)*)\s+until\s+(\d{4}-\d{2}-\d{2})\s*:\s*(\S[\s\S]*)$/

/** `aslx-ignore ASLX303, ASLX304 until 2027-01-01: reason`; empty for what is not written so. */
function readWaiver(text: string): readonly Waiver[] {
  const [, rules, until, reason] = WAIVER.exec(text) ?? []
  if (rules === undefined || until === undefined || reason === undefined) return []
  return rules.split(',').map((rule) => ({ rule: rule.trim(), until, reason: reason.trim() }))
}

function unreadableText(text: string): string {
  return `a waiver is written as aslx-ignore ASLX303 until 2027-01-01: reason; this one is ${shown(text)}`
}
