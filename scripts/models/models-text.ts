import { botocoreVersion, serviceModels } from './botocore.js'
import { reduceService } from './reduce.js'

/**
 * The text of `data/service-models.jsonl`: one line that says what it is made of and where each service's line lies (start
 * and end, counted from the end of the first line), then a line of JSON for each service. ASCII, so that characters are bytes.
 */
export function modelsText(folder: string): string {
  const services = new Map<string, string>()
  for (const model of serviceModels(folder)) {
    const { name, ...reduced } = reduceService(model)
    // Two folders may hold one service; the first is the one that the SDK for Java has.
    if (!services.has(name)) services.set(name, JSON.stringify(reduced))
  }
  const names = [...services.keys()].sort()
  let start = 0
  const index = names.map((name): [string, readonly [number, number]] => {
    const end = start + (services.get(name)?.length ?? 0)
    const place = [start, end] as const
    start = end + 1
    return [name, place]
  })
  const header = { source: `botocore ${botocoreVersion(folder)}`, services: Object.fromEntries(index) }
  const text = `${[JSON.stringify(header), ...names.map((name) => services.get(name))].join('\n')}\n`
  if (/[^\n -~]/.test(text)) throw new Error('a model has a name that is not ASCII')
  return text
}
