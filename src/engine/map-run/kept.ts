/** Children of a Map Run whose histories are kept although they went well: the first so many. */
export const KEPT_CHILDREN = 100
