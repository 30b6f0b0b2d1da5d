import {
  booleanShape,
  listOf,
  mapOf,
  numberShape,
  type Shape,
  type StructureShape,
  structure,
  textShape,
} from './shape.js'

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html: it holds others of its kind. */
const attributeValue: StructureShape = {
  kind: 'structure',
  required: [],
  get members() {
    return ATTRIBUTE_MEMBERS
  },
}

const ATTRIBUTE_MEMBERS: Readonly<Record<string, Shape>> = {
  S: textShape,
  N: textShape,
  B: textShape,
  SS: listOf(textShape),
  NS: listOf(textShape),
  BS: listOf(textShape),
  M: mapOf(attributeValue),
  L: listOf(attributeValue),
  NULL: booleanShape,
  BOOL: booleanShape,
}

const CAPACITY = { ReadCapacityUnits: numberShape, WriteCapacityUnits: numberShape, CapacityUnits: numberShape }

const CONSUMED = structure({
  ...CAPACITY,
  TableName: textShape,
  Table: structure(CAPACITY),
  LocalSecondaryIndexes: mapOf(structure(CAPACITY)),
  GlobalSecondaryIndexes: mapOf(structure(CAPACITY)),
})

const item = mapOf(attributeValue)

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html */
export const DYNAMODB_GET_ITEM: Shape = structure({ Item: item, ConsumedCapacity: CONSUMED })

/** PutItem, UpdateItem and DeleteItem. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html */
export const DYNAMODB_WRITE_ITEM: Shape = structure({
  Attributes: item,
  ConsumedCapacity: CONSUMED,
  ItemCollectionMetrics: structure({ ItemCollectionKey: item, SizeEstimateRangeGB: listOf(numberShape) }),
})
