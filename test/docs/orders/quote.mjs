class TooHeavy extends Error {
  name = 'TooHeavy'
}

/** What a parcel costs, in cents. */
export const handler = async ({ grams }) => {
  if (grams > 20_000) throw new TooHeavy(`${grams} g is more than a van takes`)
  return { cents: 490 + Math.ceil(grams / 1000) * 120 }
}
