import type { Course, Passage } from './course.js'
import type { EpisodePlan } from './episode-plan.js'

/** What an episode comes to, if nothing more goes wrong. */
export interface Leaf {
  readonly plan: EpisodePlan
  readonly struck: Passage
  readonly course: Course
}

/** All that one more episode at a moment can come to, wherever the execution has been before. */
export interface Leaves {
  readonly list: readonly Leaf[]
  /** The longest of them from the moment on, in virtual time and in events. */
  readonly tookMs: number
  readonly events: number
  /** A limit on the whole execution ended one of them. */
  readonly isCutShort: boolean
}

export function leavesOf(list: readonly Leaf[]): Leaves {
  let tookMs = 0
  let events = 0
  let isCutShort = false
  for (const { struck, course } of list) {
    tookMs = Math.max(tookMs, struck.tookMs + course.tookMs)
    events = Math.max(events, struck.events + course.events)
    isCutShort ||= course.isCutShort
  }
  return { list, tookMs, events, isCutShort }
}
