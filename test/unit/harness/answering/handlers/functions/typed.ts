export const handler = async (event: { readonly width: number }): Promise<{ readonly width: number }> => ({
  width: event.width / 8,
})
