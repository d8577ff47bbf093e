import type {
  Account,
  Action,
  Adjustment,
  Assumptions,
  CalendarInfo,
  Claim,
  Command,
  Comparison,
  CostFacts,
  CostSchedule,
  CostStatement,
  Creditor,
  Day,
  DayCount,
  Entry,
  Explanation,
  HolidayYear,
  Imputation,
  ImputedPayment,
  InterestStatement,
  Item,
  Moment,
  OpenClaim,
  Plan,
  PlannedLine,
  PolicyDoc,
  Preset,
  Problem,
  RateSeries,
  Recheck,
  Refusal,
  Said,
  StopWord,
  Term,
  TermDays,
  YearFraction,
} from './types.js'

export * from './lib/messages.js'
export * from './lib/reaching.js'
export * from './types.js'

/**
 * A moment as an argument: text with a zone, such as `"2026-03-01T09:00:00+01:00"`, or a `Date`,
 * which is an instant.
 */
export type MomentLike = Moment | Date

/** A record, or its JSON text. */
export type OrText<T> = T | string

/** House rules that have been checked: make one and use it for every account. */
export class Policy {
  /**
   * Checks the rules.
   *
   * @throws {PolicyRefused} with every problem.
   */
  constructor(doc: OrText<PolicyDoc>)

  /** The rules as they were written. */
  toJSON(): PolicyDoc

  /** What is allowed and hardly meant; nothing is refused for it. */
  lint(): Problem[]

  /** No object of another make is a policy. */
  #native: unknown
}

/**
 * Decides for every item of an account what is to be done now, and why.
 *
 * @throws {InputRefused} if the account or the moment cannot be read.
 */
export function plan(account: OrText<Account>, policy: Policy, now: MomentLike): Plan

/**
 * Asks every gate again for a queued action, immediately before it is sent.
 *
 * @throws {InputRefused} if an argument cannot be read.
 */
export function recheck(
  account: OrText<Account>,
  policy: Policy,
  action: OrText<Action>,
  now: MomentLike,
): Recheck

/** What `record` is told. */
export interface Report {
  /** The host's id of the command: the same id with the same content gives the same entries. */
  commandId: string
  /** What is reported or intended. */
  command: OrText<Command>
  /** When it happened. */
  occurredAt: MomentLike
  /** When the host learned of it; `occurredAt` if not given. */
  recordedAt?: MomentLike | null
  /** Who did it: a user of the host, a job, a provider. */
  actor: string
}

/**
 * Turns a command into the entries that the host appends to the journal.
 *
 * @throws {InputRefused} if an argument cannot be read.
 * @throws {CommandRefused} if the command makes no sense; nothing was changed.
 */
export function record(account: OrText<Account>, policy: Policy, report: Report): Entry[]

/** What `forecast` looks at. */
export interface Span {
  from: MomentLike
  until: MomentLike
  /** What is taken for granted; nothing is paid if not given. */
  assumptions?: OrText<Assumptions> | null
}

/**
 * The plans that would follow one another from `from` until `until`.
 *
 * @throws {InputRefused} if an argument cannot be read.
 */
export function forecast(account: OrText<Account>, policy: Policy, span: Span): Plan[]

/**
 * What would differ if an account followed `policyB` instead of `policyA` over a span.
 *
 * @throws {InputRefused} if an argument cannot be read.
 */
export function compare(
  account: OrText<Account>,
  policyA: Policy,
  policyB: Policy,
  span: Span,
): Comparison

/**
 * The interest on what is open of an item, by a rule of the policy, up to and with a day.
 *
 * @throws {CommandRefused} if the policy has no such rule, or the item no currency in use.
 */
export function interest(
  item: OrText<Item>,
  policy: Policy,
  rule: string,
  until: Day,
): InterestStatement

/** What `claim` is asked. */
export interface AskedClaim {
  /** The day up to which it is stated. */
  on: Day
  /** The ids of the items; all if not given. */
  scope?: string[] | null
}

/**
 * What a debtor owes on a day.
 *
 * @throws {CommandRefused} if an item or the law of the country is not known.
 */
export function claim(account: OrText<Account>, policy: Policy, asked: AskedClaim): Claim

/**
 * A claim as text, in `nl`, `en`, `de` or `fr`.
 *
 * @throws {InputRefused} if there are no sentences in the language.
 */
export function claimText(account: OrText<Account>, claim: OrText<Claim>, language: string): string

/**
 * What a law lets a creditor charge for being paid late.
 *
 * @throws {CommandRefused} if the schedule is not known, or the law asks for a fact that is not
 * given.
 */
export function costs(facts: OrText<CostFacts>, policy: Policy): CostStatement

/**
 * What a payment pays by law.
 *
 * @throws {CommandRefused} if the law of the country is not known.
 */
export function impute(payment: OrText<ImputedPayment>, claims: OpenClaim[]): Imputation

/**
 * The part of the year from one day until before another, exactly. `ends` is the day before which
 * the whole ends; only `thirtyE360Isda` asks for it.
 *
 * @throws {CommandRefused} if the day count has no part of a year.
 */
export function yearFraction(
  count: DayCount,
  begins: Day,
  before: Day,
  ends?: Day | null,
): YearFraction

/** The names of the series of rates that come with this version. */
export function rateSeriesNames(): string[]

/** A series of rates that comes with this version; null if there is none of this name. */
export function rateSeries(id: string): RateSeries | null

/** The schedules of costs and fixed sums that come with this version. */
export function costSchedules(): CostSchedule[]

/**
 * The last moment for an answer to a message, counted in the creditor's service hours; null
 * without service hours.
 *
 * @throws {InputRefused} if an argument cannot be read.
 */
export function replyDue(
  creditor: OrText<Creditor>,
  policy: Policy,
  receivedAt: MomentLike,
): Moment | null

/**
 * The days of a term by law or agreement: when it begins, its last day, and from which day on what
 * it held off is possible. A policy gives its calendars.
 *
 * @throws {InputRefused} if the term cannot be read.
 * @throws {CommandRefused} if a fact is missing, or there is no such calendar.
 */
export function termDays(term: OrText<Term>, policy?: Policy | null): TermDays

/** The built-in calendars, with the law of each and the days that it knows. */
export function calendars(): CalendarInfo[]

/** Western Easter Sunday of a year, from 1583 to 9999; null for other years. */
export function easterSunday(year: number): Day | null

/**
 * The holidays of a calendar in a year: the policy's calendar of that name, or a built-in one.
 *
 * @throws {CommandRefused} if there is no such calendar.
 */
export function holidays(calendar: string, year: number, policy?: Policy | null): HolidayYear

/**
 * True if a day is neither on the weekend of a calendar nor one of its holidays.
 *
 * @throws {CommandRefused} if there is no such calendar, or it does not know the day.
 */
export function isBusinessDay(day: Day, calendar: string, policy?: Policy | null): boolean

/**
 * The day so many business days later, or earlier if the count is negative; with 0 the day itself
 * or the first business day after it.
 *
 * @throws {CommandRefused} if there is no such calendar, or it does not know all the days.
 */
export function addBusinessDays(
  day: Day,
  days: number,
  calendar: string,
  policy?: Policy | null,
): Day

/**
 * Where a day goes that is no business day.
 *
 * @throws {CommandRefused} if there is no such calendar, or it does not know all the days.
 */
export function adjustDay(
  day: Day,
  adjustment: Adjustment,
  calendar: string,
  policy?: Policy | null,
): Day

/** The word in a message by which the debtor says that no more messages are wanted. */
export function stopWord(text: string): StopWord | null

/** What `explain` is asked. */
export interface Asked {
  /** The item's id. */
  item: string
  now: MomentLike
  /** As BCP 47: Dutch, English, German or French. */
  language: string
}

/**
 * Tells the story of an item in a language.
 *
 * @throws {InputRefused} for another language, or if nobody knows the item.
 */
export function explain(account: OrText<Account>, policy: Policy, asked: Asked): Explanation

/**
 * Tells one hold, reason, finding, notice, refusal or trouble in a language. The item that it was
 * said of gives the currency of the amounts.
 *
 * @throws {InputRefused} for another language.
 */
export function sentence(
  account: OrText<Account>,
  said: OrText<Said>,
  asked: { language: string; item?: string | null },
): string

/**
 * Tells in a language what `recheck` answered for a planned action: above all what changed.
 *
 * @throws {InputRefused} for another language.
 */
export function recheckSentence(
  account: OrText<Account>,
  action: OrText<Action>,
  answer: OrText<Recheck>,
  language: string,
): string

/**
 * Plans many accounts off the event loop: JSON lines in, JSON lines out, in the same order.
 * A line that cannot be read touches no other. Blank lines give no result.
 */
export function planMany(accounts: string, policy: Policy, now: MomentLike): Promise<string>
/** The same for accounts that come one by one; a string among them stands for its lines. */
export function planMany(
  accounts: Iterable<OrText<Account>> | AsyncIterable<OrText<Account>>,
  policy: Policy,
  now: MomentLike,
): Promise<PlannedLine[]>

/**
 * The entry without its free text; it counts as before.
 *
 * @throws {InputRefused} if the entry cannot be read.
 */
export function redact(entry: OrText<Entry>): Entry

/**
 * The preset of a name: house rules to begin with. `new Policy(preset('nl_business').policy)`.
 *
 * @throws {PolicyRefused} if there is no preset of the name.
 */
export function preset(name: string): Preset

/** The names of the presets, sorted. */
export function presetNames(): string[]

/** The records that can be read by themselves. */
export interface Records {
  account: Account
  action: Action
  assumptions: Assumptions
  command: Command
  claim: Claim
  comparison: Comparison
  entry: Entry
  explanation: Explanation
  holidayYear: HolidayYear
  plan: Plan
  plannedLine: PlannedLine
  policyDoc: PolicyDoc
  preset: Preset
  recheck: Recheck
  refusal: Refusal
  said: Said
  term: Term
  termDays: TermDays
}

/**
 * Reads a record without using it, and gives it as this library writes it.
 *
 * @throws {InputRefused} with every problem.
 */
export function read<T extends keyof Records>(type: T, json: OrText<Records[T]>): Records[T]

/** An argument could not be read. All its problems are told at once. */
export class InputRefused extends Error {
  readonly name: 'InputRefused'
  /** What is wrong, each with its path and value. */
  readonly problems: Problem[]
}

/** The policy cannot hold. All problems are told at once. */
export class PolicyRefused extends Error {
  readonly name: 'PolicyRefused'
  /** What is wrong, each with its path and value. */
  readonly problems: Problem[]
}

/** `record` did not take the command. Nothing was changed. */
export class CommandRefused extends Error {
  readonly name: 'CommandRefused'
  /** Why. */
  readonly refusal: Refusal
}
