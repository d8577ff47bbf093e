export {
  CommandRefused,
  InputRefused,
  Policy,
  PolicyRefused,
  forecast,
  plan,
  planMany,
  read,
  recheck,
  record,
  redact,
} from './index.js'
