import 'a-package-that-is-not-there'

export const handler = async () => ({})
