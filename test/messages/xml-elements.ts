/** An element of an XML text, as far as these tests look. */
export interface XmlElement {
  readonly name: string
  readonly parent: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** Every element in the order it begins. Throws where elements or quotes are not closed as they must be. */
export function xmlElements(xml: string): readonly XmlElement[] {
  const elements: { name: string; parent: string | undefined; attributes: Record<string, string>; text: string }[] = []
  const open: (typeof elements)[number][] = []
  const body = xml.replace(/^<\?xml [^?]*\?>\s*/, '')
  const token = /<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let end = 0
  for (const [found, closed, opened, attributes = '', alone, text] of body.matchAll(token)) {
    end += found.length
    const within = open.at(-1)
    if (text !== undefined && within) within.text += unescaped(text)
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`)
    if (opened === undefined) continue
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      unescaped(value),
    ])
    const element = {
      name: opened,
      parent: within?.name,
      attributes: Object.fromEntries(pairs) as Record<string, string>,
      text: '',
    }
    elements.push(element)
    if (alone !== '/') open.push(element)
  }
  if (end !== body.length || open.length > 0) throw new Error(`not well formed after ${body.slice(0, end).slice(-80)}`)
  return elements
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));|&/g, (found: string, code?: string, name?: string) => {
    if (code !== undefined) return String.fromCodePoint(Number(code))
    const known = name === undefined ? undefined : ENTITIES[name]
    if (known === undefined) throw new Error(`${found} is no reference`)
    return known
  })
}
