import { fileURLToPath } from 'node:url'
import { type CallRecord, type Json, type Machine, type Run, loadMachine, loadScenario } from 'aslx'

/** A template of this folder, with the batch of its scenario file. */
async function pipeline(template: string): Promise<Machine> {
  const machine = await loadMachine(pathOf(`${template}.yaml`))
  return machine.withDefaults(loadScenario(pathOf(`${template}.aslx.yaml`)))
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}

export const naive = await pipeline('template')
export const mended = await pipeline('template.mended')

/** How often a state did its work. */
export function done(run: Run, state: string): number {
  return run.effects.filter((effect) => effect.state === state).length
}

/** The Map items around a call or an effect, e.g. `0,1`: the second page of the first PDF. */
export function place({ items }: Pick<CallRecord, 'items'>): string {
  return items.map((step) => step.index).join(',')
}

/** What the calls of a state that no fault struck sent to its service. */
function sent(run: Run, state: string): readonly Json[] {
  return run.calls.filter((call) => call.state === state && call.answeredBy === 'mock').map((call) => call.parameters)
}

/** The objects that a run leaves in the bucket, by their keys. */
export function written(run: Run): ReadonlyMap<string, Json> {
  const objects = sent(run, 'WriteResult') as readonly { readonly Key: string; readonly Body: Json }[]
  return new Map(objects.map(({ Key, Body }) => [Key, Body]))
}

/** The keys of the pages that the mended pipeline wrote with this status. */
export function pages(run: Run, status: 'ANALYSED' | 'FAILED'): readonly string[] {
  const entries = [...written(run)]
  return entries.flatMap(([key, body]) => ((body as { readonly status: string }).status === status ? [key] : []))
}

/** What the mended pipeline tells of one PDF. */
export interface ToldPdf {
  readonly pdf: string
  readonly status: 'SUMMARISED' | 'NOT_SUMMARISED' | 'NOT_SPLIT'
  readonly failedPages: readonly number[]
}

/** What the readers are told: the subject of each notification, and the PDFs in its message. */
export function notifications(run: Run): readonly { readonly subject: string; readonly pdfs: readonly ToldPdf[] }[] {
  const messages = sent(run, 'Notify') as readonly { readonly Subject: string; readonly Message: string }[]
  return messages.map(({ Subject, Message }) => ({ subject: Subject, pdfs: JSON.parse(Message) as ToldPdf[] }))
}
