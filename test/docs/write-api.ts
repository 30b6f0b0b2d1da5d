// npm run docs:api, after npm run build
import { writeFileSync } from 'node:fs'
import { API_LISTING, apiListing } from './api-listing.js'

writeFileSync(API_LISTING, apiListing('dist'))
