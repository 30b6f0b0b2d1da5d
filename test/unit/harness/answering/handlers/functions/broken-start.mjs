export const handler = async () => ({})

throw new RangeError('no table name in the environment')
