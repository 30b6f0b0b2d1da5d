import { expect, it } from 'vitest'
import { javaHashOrder } from '../../../src/data/java-hash-order.js'

it('gives single letters in the order of the alphabet', () => {
  expect(javaHashOrder(['c', 'b', 'a'])).toEqual(['a', 'b', 'c'])
})

it('orders by bucket, which is neither the alphabet nor the order of writing', () => {
  // Given back in this order by java.util.HashMap of OpenJDK 17.
  expect(javaHashOrder(['customer', 'order', 'été', 'payload', 'Input', 'status', 'total', 'x-y'])).toEqual([
    'Input',
    'total',
    'payload',
    'x-y',
    'été',
    'customer',
    'order',
    'status',
  ])
})

it('doubles the buckets above twelve keys', () => {
  const written = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi'
  const iterated = 'zeta iota nu delta mu theta epsilon xi lambda eta alpha kappa beta gamma'
  expect(javaHashOrder(written.split(' '))).toEqual(iterated.split(' '))
})

it('keeps the order of writing among keys with the same hash', () => {
  expect(javaHashOrder(['BB', 'Aa'])).toEqual(['BB', 'Aa'])
  expect(javaHashOrder(['Aa', 'BB'])).toEqual(['Aa', 'BB'])
})
