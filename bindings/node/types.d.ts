// Generated from the Rust types; `cargo xtask generate` writes it anew.

/**
 * One creditor and one paying party: everything that a decision is made from.
 *
 * The ledger facts (creditor, debtor, contacts, items, payments) are stated anew by the host
 * at each call; the journal is what dunning did and agreed so far.
 */
export type Account = {
  /**
   * Who is owed.
   */
  creditor: Creditor,
  /**
   * Who owes.
   */
  debtor: Debtor,
  /**
   * When the items were read from the ledger.
   */
  ledgerAsOf: Moment,
  /**
   * Up to when payments are known: the last bank statement that is booked. A promise is
   * judged only once this has passed its last day.
   */
  paymentsAsOf: Moment,
  /**
   * Branches and departments of the debtor.
   */
  parties?: Array<Party>,
  /**
   * Whom to write to or call.
   */
  contacts?: Array<Contact>,
  /**
   * Invoices, credits and what else is open.
   */
  items?: Array<Item>,
  /**
   * Payments, each once.
   */
  payments?: Array<Payment>,
  /**
   * What dunning did and agreed: the entries that `record` returned, in any order.
   */
  journal?: Array<Entry>,
  /**
   * How the debtor paid before, if settled items are not supplied.
   */
  history?: PaymentHistory | null,
  /**
   * Whether settled items are among the items; `OpenItemsOnly` if not given.
   */
  completeness?: Completeness | null,
};

/**
 * What the host should carry out: one message to send or one call to make.
 *
 * Record `Queue` with it before handing it over, ask `recheck` immediately before sending,
 * then record `Sent`, `Failed` or `Cancel`.
 */
export type Action = {
  /**
   * Identifies this delivery in the journal and in the host's outbox: the same steps to
   * the same contact by the same channel, at the same attempt, have the same delivery.
   */
  delivery: string,
  /**
   * A message or a call.
   */
  kind: ActionKind,
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * To whom.
   */
  recipient: Recipient,
  /**
   * The steps that are carried out by it.
   */
  covers: Array<Cover>,
  /**
   * The highest step among them: it decides on channel and template.
   */
  step: string,
  /**
   * The items it is about, oldest due first.
   */
  lines: Array<Line>,
  /**
   * The sum of the lines, in `currency`.
   */
  total: Amount,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * 1, and 1 more for each earlier delivery of these steps that failed or was cancelled as a
   * whole.
   */
  attempt: number,
  /**
   * When it was planned. Actions of one run do not count as a contact for one another.
   */
  plannedAt: Moment,
  /**
   * Not to be sent before.
   */
  notBefore: Moment,
  /**
   * The last instant at which it may be sent.
   */
  expiresAt: Moment,
  /**
   * The template or call script that the step names.
   */
  template?: string | null,
};

/**
 * What kind of work an action is.
 */
export type ActionKind = "message" | "call";

/**
 * Where a contact is reached on one channel.
 */
export type Address = {
  /**
   * The host's id: journal entries hold this and never the address itself.
   */
  id: string,
  /**
   * The channel it serves.
   */
  channel: Channel,
  /**
   * The address as the host's sender takes it: an e-mail address, a number in E.164 form,
   * the lines of a postal address, a portal account.
   */
  value: string,
  /**
   * An opaque version of the address: another value is another address, whose failures
   * begin anew.
   */
  fingerprint?: string | null,
};

/**
 * An address without the address.
 */
export type AddressRef = {
  /**
   * The address's id.
   */
  id: string,
  /**
   * The version of it that the host gave.
   */
  fingerprint?: string | null,
};

/**
 * A part of a payment that was matched with an item.
 */
export type Allocation = {
  /**
   * The item.
   */
  item: string,
  /**
   * The part, positive, in the payment's currency.
   */
  amount: Amount,
};

/**
 * An exact decimal amount of money, without its currency.
 *
 * The record that holds it names the currency. In JSON it is a string such as `"1250.00"`:
 * a JSON number is refused, because a reader may have made a float of it.
 * At most 28 digits; never rounded.
 */
export type Amount = string;

/**
 * What a step is counted from.
 */
export type Anchor = "dueDate" | "previousStep";

/**
 * Who follows a scenario. Conditions that are not given fit everybody.
 */
export type AssignmentRule = {
  /**
   * The scenario's id.
   */
  scenario: string,
  /**
   * The kinds of debtor.
   */
  kinds?: Array<DebtorKind>,
  /**
   * The countries.
   */
  countries?: Array<Country>,
  /**
   * The customer groups.
   */
  groups?: Array<string>,
};

/**
 * What a forecast takes the debtor to pay.
 */
export type AssumedPayments = "nothing" | "asPromised";

/**
 * What a forecast takes for granted.
 *
 * Besides what can be chosen here: every action is sent at its time and arrives, calls are
 * made, nobody replies, and the host's data stays current.
 */
export type Assumptions = {
  /**
   * What the debtor pays; `Nothing` if not given.
   */
  payments?: AssumedPayments | null,
};

/**
 * An account at a bank.
 */
export type BankAccount = {
  /**
   * The IBAN, without spaces.
   */
  iban: string,
  /**
   * The bank's identifier.
   */
  bic?: string | null,
  /**
   * The name of the holder; the creditor's name if not given.
   */
  holder?: string | null,
};

/**
 * What a block covers.
 */
export type BlockScope = {
  "type": "debtor",
} | {
  "type": "item",
  /**
   * The item.
   */
  item: string,
} | {
  "type": "step",
  /**
   * The step's id.
   */
  step: string,
  /**
   * The item; all items if none.
   */
  item?: string | null,
} | {
  "type": "channel",
  /**
   * The channel.
   */
  channel: Channel,
};

/**
 * A named calendar of business days, given by the host as data.
 */
export type BusinessCalendar = {
  /**
   * The name that offsets refer to.
   */
  id: string,
  /**
   * Where the holidays come from: an article, a decree, a bank's list.
   */
  source: string,
  /**
   * Days that are no business days, besides the weekend.
   */
  holidays?: Array<Day>,
  /**
   * The days of the week without business; Saturday and Sunday if none is given.
   */
  weekend?: Array<Weekday>,
  /**
   * The last day for which the holidays are known. A step that counts beyond it carries
   * the finding `BeyondCalendar`; without it the calendar is taken as complete.
   */
  knownUntil?: Day | null,
};

/**
 * That a delivery was not carried out after all.
 */
export type Cancellation = {
  /**
   * The delivery.
   */
  delivery: string,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * The steps that are cancelled; all of the delivery's if none is named.
   */
  steps?: Array<StepKey>,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * How a debtor is reached.
 */
export type Channel = "email" | "whatsApp" | "sms" | "letter" | "portal" | "call";

/**
 * A channel that was chosen, and what was passed over for it.
 */
export type ChannelChoice = {
  /**
   * The channel chosen.
   */
  channel: Channel,
  /**
   * The channels before it in the step's order, each with the reason against it.
   */
  excluded: Array<ExcludedChannel>,
};

/**
 * What people and webhooks report; `record` turns it into entries.
 *
 * Reports (`Sent`, `Failed`, `Delivered`, `Read`) are never refused: they happened.
 * All others are intentions and are checked.
 */
export type Command = {
  "type": "queue",
  /**
   * The action, as planned.
   */
  action: Action,
} | {
  "type": "sent",
  /**
   * The report.
   */
  report: SentReport,
} | {
  "type": "failed",
  /**
   * The failure.
   */
  failed: Failure,
} | {
  "type": "cancel",
  /**
   * The cancellation.
   */
  cancel: Cancellation,
} | {
  "type": "delivered",
  /**
   * The report.
   */
  delivered: Receipt,
} | {
  "type": "read",
  /**
   * The report.
   */
  read: Receipt,
} | {
  "type": "block",
  /**
   * The block.
   */
  block: DunningBlock,
} | {
  "type": "unblock",
  /**
   * Which.
   */
  unblock: Unblocking,
} | {
  "type": "reschedule",
  /**
   * Which, and to when.
   */
  reschedule: Rescheduling,
} | {
  "type": "skip",
  /**
   * Which.
   */
  skip: Skipping,
} | {
  "type": "promise",
  /**
   * The promise.
   */
  promise: PromiseToPay,
} | {
  "type": "openDispute",
  /**
   * The dispute.
   */
  dispute: Dispute,
} | {
  "type": "closeDispute",
  /**
   * Which, and how.
   */
  closing: DisputeClosing,
} | {
  "type": "writeNote",
  /**
   * What it is about.
   */
  about: Subject,
  /**
   * The note.
   */
  note: Note,
} | {
  "type": "editNote",
  /**
   * Which, and the new text.
   */
  edit: NoteEdit,
} | {
  "type": "importLevel",
  /**
   * The level.
   */
  level: LevelImport,
};

/**
 * The size of a company, as laws on payment terms distinguish it.
 */
export type CompanySize = "smallOrMedium" | "large";

/**
 * Which items the host supplies.
 */
export type Completeness = "openItemsOnly" | "withSettled";

/**
 * That a contact agreed, or did not agree, to a channel.
 */
export type Consent = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * Agreed or not.
   */
  given: boolean,
  /**
   * How the creditor knows: a form, a call, a message.
   */
  source: string,
  /**
   * When.
   */
  at: Moment,
};

/**
 * A person, department or branch of the debtor.
 */
export type Contact = {
  /**
   * The host's id.
   */
  id: string,
  /**
   * The name, as a message addresses it.
   */
  name: string,
  /**
   * What the contact is for. Reminders go to `Reminder`, else `Invoice`, else `Main`.
   */
  purposes: Array<Purpose>,
  /**
   * What kind of contact it is; `Person` if not given.
   */
  kind?: ContactKind | null,
  /**
   * The branch it belongs to; none is the debtor as a whole.
   */
  party?: string | null,
  /**
   * The language to write in, as BCP 47; the debtor's if not given.
   */
  language?: string | null,
  /**
   * Where it is reached.
   */
  addresses?: Array<Address>,
  /**
   * Consents and refusals that the host knows of, each with its date; the latest counts.
   */
  consents?: Array<Consent>,
};

/**
 * What kind of contact it is.
 */
export type ContactKind = "person" | "department" | "branch" | "guardian";

/**
 * The contract that an item arises from.
 */
export type Contract = {
  /**
   * The host's id.
   */
  id: string,
  /**
   * When it was made, where a rule changed between old and new contracts.
   */
  date?: Day | null,
  /**
   * True for a contract on the regular supply of goods or services.
   */
  regularSupply?: boolean,
};

/**
 * A country by its ISO 3166-1 code, such as `NL` or `GB`.
 */
export type Country = string;

/**
 * A step that a delivery carries out.
 */
export type Cover = {
  /**
   * The step.
   */
  key: StepKey,
  /**
   * The version of the scenario that it was planned by.
   */
  scenarioVersion: number,
};

/**
 * The legal entity that is owed.
 */
export type Creditor = {
  /**
   * The host's id.
   */
  id: string,
  /**
   * The legal name.
   */
  name: string,
  /**
   * The country of its law.
   */
  country: Country,
  /**
   * Its time zone by IANA name, such as `Europe/Amsterdam`. Due days, steps, promises and
   * blocks are counted in this zone.
   */
  zone: string,
  /**
   * Its number in the commercial register.
   */
  registration?: string | null,
  /**
   * In what role it collects; `FirstParty` if not given.
   */
  role?: CreditorRole | null,
  /**
   * Its size, where a law asks for it.
   */
  size?: CompanySize | null,
  /**
   * Where debtors pay.
   */
  bankAccounts?: Array<BankAccount>,
  /**
   * From whom messages come.
   */
  senders?: Array<Sender>,
  /**
   * When people answer, in the creditor's zone.
   */
  serviceHours?: Array<ServiceHours>,
};

/**
 * In what role a creditor collects: law and channel rules differ.
 */
export type CreditorRole = "firstParty" | "thirdParty" | "purchased";

/**
 * A currency by its ISO 4217 code, such as `EUR`.
 *
 * Any three capital letters are read; a code that ISO 4217 does not list, or that has no
 * smallest unit (gold, test codes), makes the record that names it invalid.
 */
export type Currency = string;

/**
 * A calendar day without a time or a zone, between the years 1 and 9999.
 *
 * In JSON it is a string such as `"2026-03-01"`; a date with a time is refused.
 */
export type Day = string;

/**
 * The deadline for payment that a message stated.
 */
export type Deadline = {
  "type": "relativeToReceipt",
  /**
   * The days.
   */
  days: number,
} | {
  "type": "on",
  /**
   * The last day.
   */
  date: Day,
};

/**
 * The paying party.
 */
export type Debtor = {
  /**
   * The host's id.
   */
  id: string,
  /**
   * The name.
   */
  name: string,
  /**
   * Consumer, business or public body: scenarios and laws differ.
   */
  kind: DebtorKind,
  /**
   * The country of residence.
   */
  country: Country,
  /**
   * True for a human being: a consumer or a sole trader. If not given, a consumer is one
   * and others are not.
   */
  naturalPerson?: boolean | null,
  /**
   * Its size, where a law asks for it.
   */
  size?: CompanySize | null,
  /**
   * The part of the country, as ISO 3166-2 without the country: holidays may differ.
   */
  region?: string | null,
  /**
   * Time zones by IANA name, if several are known; hours must suit all of them.
   */
  zones?: Array<string>,
  /**
   * The language to write in, as BCP 47, such as `nl`.
   */
  language?: string | null,
  /**
   * The customer group that assignment rules may name.
   */
  group?: string | null,
  /**
   * The scenario for this debtor, before any assignment rule.
   */
  scenario?: string | null,
};

/**
 * What kind of debtor it is in law.
 */
export type DebtorKind = "consumer" | "business" | "publicBody";

/**
 * What happens to one item now, and everything that speaks for and against it.
 */
export type Decision = {
  /**
   * The item.
   */
  item: string,
  /**
   * Act, wait or closed.
   */
  outcome: Outcome,
  /**
   * All obstacles, not only the first; empty when acting.
   */
  holds: Array<Hold>,
  /**
   * Why this scenario, step, recipient and channel.
   */
  reasons: Array<Reason>,
  /**
   * What is odd about the item, without stopping it.
   */
  findings: Array<Finding>,
  /**
   * The step that is due or comes next.
   */
  next?: NextStep | null,
  /**
   * The first instant at which this can change without a new fact; none where only a
   * new fact can help.
   */
  reviewAt?: Moment | null,
};

/**
 * That the debtor disputes an item.
 */
export type Dispute = {
  /**
   * The item.
   */
  item: string,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * The disputed part, in the item's currency; the whole item if none.
   */
  amount?: Amount | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * How a dispute was decided.
 */
export type DisputeClosing = {
  /**
   * The entry that opened it.
   */
  dispute: string,
  /**
   * Who was right.
   */
  outcome: DisputeOutcome,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * A dispute, with what it relies on.
 */
export type DisputeMade = {
  /**
   * The item.
   */
  item: string,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * What was open when it began.
   */
  open: Amount,
  /**
   * The document's number.
   */
  documentNumber: string,
  /**
   * The last day for payment.
   */
  due: Day,
  /**
   * The disputed part; the whole item if none.
   */
  amount?: Amount | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * Who was right in a dispute.
 */
export type DisputeOutcome = {
  "type": "rejected",
} | {
  "type": "upheld",
} | {
  "type": "partly",
  /**
   * The part in which the debtor is right, in the item's currency.
   */
  amount: Amount,
};

/**
 * How a dispute stands.
 */
export type DisputedWhy = "open" | "awaitingCredit";

/**
 * A block on reminders.
 */
export type DunningBlock = {
  /**
   * What it covers.
   */
  scope: BlockScope,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * Its first day, in the creditor's zone; the day it is set if not given.
   */
  begins?: Day | null,
  /**
   * Its last day; it stays until it is lifted if not given.
   */
  until?: Day | null,
  /**
   * Free text: the clerk's note.
   */
  text?: string | null,
};

/**
 * One thing that dunning did, learned or agreed: a row of the journal, kept for ever.
 *
 * A later version of this library reads every entry that an earlier one wrote. What this
 * version does not know is kept as it came (`Event::Newer`, `Subject::Newer`, `unknown`),
 * written back unchanged, and holds its subject until a version that knows it is in use.
 */
export type Entry = {
  /**
   * The id of the command and the number of the entry: `CommandId/n`.
   */
  id: string,
  /**
   * When it happened.
   */
  occurredAt: Moment,
  /**
   * When the host learned of it.
   */
  recordedAt: Moment,
  /**
   * Who did it: a user of the host, a job, a provider.
   */
  actor: string,
  /**
   * What it is about.
   */
  subject: Subject,
  /**
   * What happened.
   */
  event: Event,
  /**
   * Recognises the command when it comes again; made without free text.
   */
  fingerprint: string,
};

/**
 * What happened. Names and addresses never stand in an event, and free text only in fields
 * called `text`, which `redact` empties.
 */
export type Event = {
  "type": "queued",
  /**
   * The delivery.
   */
  queued: Queueing,
} | {
  "type": "sent",
  /**
   * What was said, and to whom.
   */
  sent: Sending,
} | {
  "type": "failed",
  /**
   * The failure.
   */
  failed: Failure,
} | {
  "type": "cancelled",
  /**
   * The cancellation.
   */
  cancelled: Cancellation,
} | {
  "type": "delivered",
  /**
   * The report.
   */
  delivered: Receipt,
} | {
  "type": "read",
  /**
   * The report.
   */
  read: Receipt,
} | {
  "type": "blocked",
  /**
   * The block.
   */
  block: DunningBlock,
} | {
  "type": "unblocked",
  /**
   * Which.
   */
  unblock: Unblocking,
} | {
  "type": "rescheduled",
  /**
   * Which, and to when.
   */
  reschedule: Rescheduling,
} | {
  "type": "skipped",
  /**
   * Which.
   */
  skip: Skipping,
} | {
  "type": "promised",
  /**
   * The promise, and what was open when it was made.
   */
  promise: PromiseMade,
} | {
  "type": "disputeOpened",
  /**
   * The dispute, and what was open when it began.
   */
  dispute: DisputeMade,
} | {
  "type": "disputeClosed",
  /**
   * Which, and how.
   */
  closing: DisputeClosing,
} | {
  "type": "noteWritten",
  /**
   * The note.
   */
  note: Note,
} | {
  "type": "noteEdited",
  /**
   * Which, and the new text.
   */
  edit: NoteEdit,
} | {
  "type": "levelImported",
  /**
   * The level.
   */
  level: LevelImport,
};

/**
 * A channel that cannot be used, and why.
 */
export type ExcludedChannel = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * Why not.
   */
  why: ExcludedWhy,
  /**
   * The contact it was tried for, if there was one.
   */
  contact?: string | null,
  /**
   * The entry that stands against it: a block or a failure.
   */
  entry?: string | null,
  /**
   * The last day of the obstacle, if it ends by itself.
   */
  until?: Day | null,
};

/**
 * Why a channel cannot be used.
 */
export type ExcludedWhy = "noAddress" | "noConsent" | "blocked" | "attemptFailed";

/**
 * That a delivery did not arrive.
 */
export type Failure = {
  /**
   * The delivery.
   */
  delivery: string,
  /**
   * Why, by the provider's or the host's code.
   */
  reason: string,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * Something odd that stops nothing.
 */
export type Finding = {
  "type": "openUnexplained",
  /**
   * Original less allocated payments.
   */
  explained: Amount,
  /**
   * What the ledger says is open.
   */
  open: Amount,
} | {
  "type": "reopened",
  /**
   * The entry that last said what was open.
   */
  entry: string,
  /**
   * What was open then.
   */
  was: Amount,
  /**
   * What is open now.
   */
  open: Amount,
} | {
  "type": "beyondCalendar",
  /**
   * The calendar.
   */
  calendar: string,
  /**
   * The last day it knows.
   */
  knownUntil: Day,
} | {
  "type": "unmatched",
  /**
   * The entry.
   */
  entry: string,
};

/**
 * What goes into one message. Currencies never mix.
 */
export type Grouping = "account" | "item";

/**
 * Why an item waits. Amounts are in the item's currency, days in the creditor's zone.
 */
export type Hold = {
  "type": "stale",
  /**
   * What is too old.
   */
  why: StaleWhy,
  /**
   * When it was read.
   */
  asOf: Moment,
  /**
   * The last day on which it was fresh enough.
   */
  freshUntil: Day,
} | {
  "type": "invalid",
  /**
   * Where, as in `items[3].open`.
   */
  path: string,
  /**
   * What stands there.
   */
  value: string,
  /**
   * What is wrong with it.
   */
  problem: Trouble,
} | {
  "type": "nothingOwed",
  /**
   * In what way.
   */
  why: NothingOwedWhy,
} | {
  "type": "blocked",
  /**
   * The entry that set it.
   */
  block: string,
  /**
   * What it covers.
   */
  scope: BlockScope,
  /**
   * Its first day.
   */
  begins: Day,
  /**
   * The reason code given with it.
   */
  reason: string,
  /**
   * Who set it.
   */
  actor: string,
  /**
   * Its last day; open if none.
   */
  until?: Day | null,
} | {
  "type": "rescheduled",
  /**
   * The entry that moved it.
   */
  entry: string,
  /**
   * The step.
   */
  step: string,
  /**
   * The day it was moved to.
   */
  to: Day,
  /**
   * The reason code given with it.
   */
  reason: string,
  /**
   * Who moved it.
   */
  actor: string,
} | {
  "type": "disputed",
  /**
   * The entry that opened the dispute.
   */
  dispute: string,
  /**
   * Open or upheld.
   */
  why: DisputedWhy,
  /**
   * The disputed amount.
   */
  amount: Amount,
  /**
   * The reason code given with it.
   */
  reason: string,
} | {
  "type": "promised",
  /**
   * The entry of the promise.
   */
  promise: string,
  /**
   * Running, or waiting for bank data.
   */
  why: PromisedWhy,
  /**
   * The promised amount.
   */
  amount: Amount,
  /**
   * The promised day.
   */
  date: Day,
  /**
   * The last day of grace.
   */
  until: Day,
} | {
  "type": "outcomeUnknown",
  /**
   * The delivery.
   */
  delivery: string,
  /**
   * In flight, or overdue.
   */
  why: OutcomeUnknownWhy,
  /**
   * When it was queued.
   */
  queuedAt: Moment,
} | {
  "type": "newerEntry",
  /**
   * The entry.
   */
  entry: string,
} | {
  "type": "timeBarred",
  /**
   * Since when.
   */
  on: Day,
} | {
  "type": "scenario",
  /**
   * In what way.
   */
  why: ScenarioWhy,
  /**
   * The scenario.
   */
  scenario?: string | null,
  /**
   * The version that the item is bound to.
   */
  version?: number | null,
} | {
  "type": "step",
  /**
   * In what way.
   */
  why: StepWhy,
  /**
   * The day from which the next step is due, or on which the last one was reached.
   */
  on: Day,
  /**
   * The step that comes next, or the last one.
   */
  step?: string | null,
} | {
  "type": "timing",
  /**
   * In what way.
   */
  why: TimingWhy,
  /**
   * When this ends.
   */
  until: Moment,
} | {
  "type": "unreachable",
  /**
   * The step.
   */
  step: string,
  /**
   * Every channel with the reason against it.
   */
  excluded: Array<ExcludedChannel>,
};

/**
 * One open line of the ledger; every decision is about an item.
 */
export type Item = {
  /**
   * The host's id, unique within the account.
   */
  id: string,
  /**
   * What it is.
   */
  kind: ItemKind,
  /**
   * The last day for payment. The item is overdue from the next day.
   */
  due: Day,
  /**
   * What is open by the books, in the item's currency: positive when the debtor owes,
   * negative for credits. This is the truth for what may be dunned.
   */
  open: Amount,
  /**
   * The currency of all amounts of the item.
   */
  currency: Currency,
  /**
   * The ledger's id of the document.
   */
  documentId?: string | null,
  /**
   * The number that the debtor knows; the item's id if not given.
   */
  documentNumber?: string | null,
  /**
   * The day on the document.
   */
  issued?: Day | null,
  /**
   * The day the debtor received it, where known.
   */
  receivedOn?: Day | null,
  /**
   * The amount of the document, in the item's currency.
   */
  original?: Amount | null,
  /**
   * The contract it arises from.
   */
  contract?: Contract | null,
  /**
   * The branch it belongs to.
   */
  party?: string | null,
  /**
   * The host's own marks.
   */
  tags?: Array<string>,
  /**
   * The kind of claim, if it is not that of the debtor: a sole trader's private purchase.
   */
  claimKind?: DebtorKind | null,
  /**
   * No step before this day has passed; interest counts from the due day all the same.
   */
  graceUntil?: Day | null,
  /**
   * The scenario for this item, before the debtor's and any assignment rule.
   */
  scenario?: string | null,
  /**
   * The item that this credit belongs to.
   */
  settles?: string | null,
  /**
   * The journal charge that this item of kind `Charge` replaces.
   */
  charge?: string | null,
  /**
   * From this day the claim is time-barred and is not dunned.
   */
  timeBarredOn?: Day | null,
  /**
   * The structured reference that a payment should carry.
   */
  paymentReference?: string | null,
};

/**
 * An item, or a part of it.
 */
export type ItemAmount = {
  /**
   * The item.
   */
  item: string,
  /**
   * The part, in the item's currency; all that is open if none.
   */
  amount?: Amount | null,
};

/**
 * What an item is.
 */
export type ItemKind = "invoice" | "scheduledPart" | "creditNote" | "unappliedPayment" | "charge";

/**
 * The level that an item had reached in another system.
 */
export type LevelImport = {
  /**
   * The item.
   */
  item: string,
  /**
   * The scenario that it follows here.
   */
  scenario: string,
  /**
   * The version of that scenario.
   */
  scenarioVersion: number,
  /**
   * The step that it has reached.
   */
  step: string,
  /**
   * When that was sent, in the creditor's zone.
   */
  reachedOn: Day,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * One item in a message.
 */
export type Line = {
  /**
   * The item.
   */
  item: string,
  /**
   * The step that the item takes with this message.
   */
  step: string,
  /**
   * The number that the debtor knows.
   */
  documentNumber: string,
  /**
   * The last day for payment.
   */
  due: Day,
  /**
   * Open by the books.
   */
  open: Amount,
  /**
   * What is asked for now: open, less credits and what is disputed or promised.
   */
  dunned: Amount,
  /**
   * The part in dispute, which is not asked for.
   */
  disputed?: Amount | null,
};

/**
 * An instant in time, to the microsecond, between the years 1 and 9999.
 *
 * In JSON it is RFC 3339 text with a zone, such as `"2026-03-01T09:00:00+01:00"`; any offset is
 * read, UTC is written. A time without a zone is refused. Digits beyond the microsecond are cut
 * off, so that every language holds the same instant.
 */
export type Moment = string;

/**
 * Which credits count against what is owed in the same currency.
 */
export type Netting = "whenDue" | "always" | "never";

/**
 * The step that an item takes next.
 */
export type NextStep = {
  /**
   * Names the step in `Reschedule` and `Skip`.
   */
  key: StepKey,
  /**
   * The day from which it is due, in the creditor's zone.
   */
  dueOn: Day,
};

/**
 * A note on an item or on the debtor.
 */
export type Note = {
  /**
   * What it says.
   */
  text: string,
};

/**
 * A new text for a note.
 */
export type NoteEdit = {
  /**
   * The entry that wrote the note.
   */
  note: string,
  /**
   * What it says now.
   */
  text: string,
};

/**
 * In what way nothing is owed.
 */
export type NothingOwedWhy = "settled" | "credit" | "belowTolerance" | "awaitingAllocation";

/**
 * Something that needs a person.
 */
export type Notice = {
  /**
   * The same for the same matter in every run, so that a host shows it once.
   */
  key: string,
  /**
   * What it is about.
   */
  subject: Subject,
  /**
   * The obstacle that a person can remove.
   */
  hold: Hold,
  /**
   * Since when, where known, in the creditor's zone.
   */
  since?: Day | null,
};

/**
 * A distance in days.
 */
export type Offset = {
  "type": "days",
  /**
   * How many; negative before the anchor.
   */
  days: number,
} | {
  "type": "businessDays",
  /**
   * How many; negative before the anchor.
   */
  days: number,
  /**
   * The calendar's id.
   */
  calendar: string,
};

/**
 * What happens to an item now.
 */
export type Outcome = {
  "type": "act",
  /**
   * The action's delivery.
   */
  delivery: string,
} | {
  "type": "wait",
} | {
  "type": "closed",
};

/**
 * How a delivery stands that was queued.
 */
export type OutcomeUnknownWhy = "inFlight" | "timedOut" | "alreadySent" | "notQueued";

/**
 * A branch or department of the debtor that items and contacts may belong to.
 */
export type Party = {
  /**
   * The host's id.
   */
  id: string,
  /**
   * The name.
   */
  name: string,
  /**
   * The country, if it is not the debtor's.
   */
  country?: Country | null,
  /**
   * The time zone by IANA name, if it is not the debtor's.
   */
  zone?: string | null,
};

/**
 * Money received from the debtor: a fact of the ledger, stated once.
 */
export type Payment = {
  /**
   * The host's id.
   */
  id: string,
  /**
   * The day from which the money counts as paid.
   */
  valueDate: Day,
  /**
   * The amount received, positive, in its currency.
   */
  amount: Amount,
  /**
   * The currency of all amounts of the payment.
   */
  currency: Currency,
  /**
   * The day it was booked.
   */
  bookedOn?: Day | null,
  /**
   * What it was matched with; the rest is unapplied.
   */
  allocations?: Array<Allocation>,
  /**
   * Set if the money went back: a returned direct debit, a chargeback.
   */
  reversed?: Reversal | null,
};

/**
 * How the debtor paid before, computed by the host from settled items.
 */
export type PaymentHistory = {
  /**
   * The day up to which the figures count.
   */
  asOf: Day,
  /**
   * Invoices paid.
   */
  paidCount: number,
  /**
   * Of these, paid after their due day.
   */
  paidLateCount: number,
  /**
   * The days late of all of them added up.
   */
  daysLateTotal: number,
  /**
   * The days late of the latest payer among them.
   */
  daysLateLongest: number,
};

/**
 * What is to be done for an account at a moment, and why.
 */
export type Plan = {
  /**
   * The creditor's id.
   */
  creditor: string,
  /**
   * The debtor's id.
   */
  debtor: string,
  /**
   * The moment it was asked for.
   */
  now: Moment,
  /**
   * The version of the time zone table it was made with.
   */
  zoneTable: string,
  /**
   * One for each item, in the order of the items.
   */
  decisions: Array<Decision>,
  /**
   * What to carry out.
   */
  actions: Array<Action>,
  /**
   * What needs a person.
   */
  notices: Array<Notice>,
  /**
   * What is odd about the account as a whole, without stopping it.
   */
  findings: Array<Finding>,
  /**
   * The first instant at which the plan can change without a new fact, so that quiet
   * accounts can be skipped until then. It takes for granted that ledger and payments
   * are supplied fresh at each call.
   */
  nextReviewAt?: Moment | null,
  /**
   * What a forecast took for granted to come here.
   */
  assumed?: Assumptions | null,
};

/**
 * What became of one line of many accounts.
 */
export type PlannedLine = {
  "type": "planned",
  /**
   * Its plan.
   */
  plan: Plan,
} | {
  "type": "refused",
  /**
   * The line, counted from 1.
   */
  line: number,
  /**
   * What is wrong with it, each with its path and value.
   */
  problems: Array<Problem>,
};

/**
 * The house rules as a company writes them. `Policy` checks them once.
 */
export type PolicyDoc = {
  /**
   * The scenarios, each with all versions that are still in use. New items follow the
   * highest version.
   */
  scenarios: Array<Scenario>,
  /**
   * Who follows which scenario: the first rule that fits wins.
   */
  assignment: Array<AssignmentRule>,
  /**
   * Calendars that business-day offsets name.
   */
  calendars?: Array<BusinessCalendar>,
  /**
   * Days from one contact with a debtor to the next; 3 if not given. It wins over a
   * step's offset.
   */
  minGapDays?: number | null,
  /**
   * Days for which ledger data may be used; 3 if not given. Older data holds everything.
   */
  ledgerFreshDays?: number | null,
  /**
   * Hours from planning during which an action may be sent; 24 if not given.
   */
  sendWithinHours?: number | null,
  /**
   * Hours from queueing after which a person must find out what happened; 24 if not given.
   */
  queueTimeoutHours?: number | null,
  /**
   * Days after which a hold that only a new fact can end is told to a person; 30 if not
   * given.
   */
  staleHoldDays?: number | null,
  /**
   * Which credits count against items; `WhenDue` if not given.
   */
  netting?: Netting | null,
  /**
   * Open amounts up to this are not dunned, by currency; none if not given.
   */
  tolerances?: Array<Tolerance>,
  /**
   * What goes into one message; `Account` if not given.
   */
  grouping?: Grouping | null,
  /**
   * How promises are treated.
   */
  promises?: PromiseRules | null,
};

/**
 * One thing that is wrong with an input.
 */
export type Problem = {
  /**
   * Where, as in `scenarios[0].steps[2].offset`.
   */
  path: string,
  /**
   * What stands there, as JSON.
   */
  value: string,
  /**
   * What is wrong with it.
   */
  problem: string,
};

/**
 * A promise to pay, with what it relies on.
 */
export type PromiseMade = {
  /**
   * The promised amount.
   */
  amount: Amount,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The day by which it will be paid, in the creditor's zone.
   */
  date: Day,
  /**
   * Days of grace after that.
   */
  graceDays: number,
  /**
   * The items it covers, each with the part that is promised and what was open.
   */
  items: Array<PromisedItem>,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * What came of a promise.
 */
export type PromiseOutcome = "kept" | "partlyKept" | "broken";

/**
 * What happens to the rest of an item of which a part is promised.
 */
export type PromiseRest = "holdsToo" | "dunned";

/**
 * How promises are treated.
 */
export type PromiseRules = {
  /**
   * Days of grace after the promised day; 2 if not given.
   */
  graceDays?: number | null,
  /**
   * Promises that a debtor may have open at once; 1 if not given.
   */
  maxOpen?: number | null,
  /**
   * How far ahead a promise may lie, in days; 30 if not given.
   */
  maxDaysAhead?: number | null,
  /**
   * What happens to the rest of an item of which a part is promised; `HoldsToo` if not
   * given.
   */
  rest?: PromiseRest | null,
};

/**
 * A promise to pay.
 */
export type PromiseToPay = {
  /**
   * The promised amount.
   */
  amount: Amount,
  /**
   * Its currency.
   */
  currency: Currency,
  /**
   * The day by which it will be paid, in the creditor's zone.
   */
  date: Day,
  /**
   * The items it covers; all that are open in the currency if none is named. A later
   * invoice is never covered.
   */
  items?: Array<ItemAmount>,
  /**
   * Days of grace after the date; the policy's if not given.
   */
  graceDays?: number | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * An item that a promise covers.
 */
export type PromisedItem = {
  /**
   * The item.
   */
  item: string,
  /**
   * The part that is promised.
   */
  amount: Amount,
  /**
   * What was open when it was promised.
   */
  open: Amount,
  /**
   * The document's number.
   */
  documentNumber: string,
  /**
   * The last day for payment.
   */
  due: Day,
};

/**
 * How a promise stands while it holds an item.
 */
export type PromisedWhy = "running" | "awaitingBankData";

/**
 * What a contact is for.
 */
export type Purpose = "reminder" | "invoice" | "call" | "dispute" | "legal" | "main";

/**
 * A delivery that is about to be handed over.
 */
export type Queueing = {
  /**
   * The delivery.
   */
  delivery: string,
  /**
   * The steps it carries out.
   */
  covers: Array<Cover>,
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The contact's id.
   */
  contact: string,
  /**
   * The address.
   */
  address: AddressRef,
  /**
   * The number of the attempt, from 1.
   */
  attempt: number,
  /**
   * When it was planned.
   */
  plannedAt: Moment,
  /**
   * The last instant at which it may be sent.
   */
  expiresAt: Moment,
};

/**
 * Why a decision is as it is. Amounts are in the item's currency, days in the creditor's
 * zone; dates, never counts of days that change by themselves.
 */
export type Reason = {
  "type": "scenario",
  /**
   * Its id.
   */
  scenario: string,
  /**
   * Its version.
   */
  version: number,
  /**
   * What chose it.
   */
  by: ScenarioBy,
  /**
   * The assignment rule, counted from 0, if one chose it.
   */
  rule?: number | null,
} | {
  "type": "step",
  /**
   * Its id.
   */
  step: string,
  /**
   * What its day is counted from.
   */
  anchor: Anchor,
  /**
   * The day of that.
   */
  anchorDay: Day,
  /**
   * The day from which it is due.
   */
  dueOn: Day,
} | {
  "type": "skipped",
  /**
   * Its id.
   */
  step: string,
  /**
   * By hand, or because its time had passed.
   */
  why: SkippedWhy,
  /**
   * The entry that skipped it, if one did.
   */
  entry?: string | null,
} | {
  "type": "rescheduled",
  /**
   * The entry that moved it.
   */
  entry: string,
  /**
   * The step.
   */
  step: string,
  /**
   * The day it was moved to.
   */
  to: Day,
} | {
  "type": "promised",
  /**
   * The entry of the promise.
   */
  promise: string,
  /**
   * What came of it.
   */
  outcome: PromiseOutcome,
  /**
   * What was promised.
   */
  amount: Amount,
  /**
   * What was paid towards it in time.
   */
  paid: Amount,
} | {
  "type": "partPromised",
  /**
   * The entry of the promise.
   */
  promise: string,
  /**
   * The part that is not asked for.
   */
  amount: Amount,
} | {
  "type": "disputed",
  /**
   * The entry that opened the dispute.
   */
  dispute: string,
  /**
   * The part that is not asked for.
   */
  amount: Amount,
  /**
   * How it ended, if it did.
   */
  outcome?: DisputeOutcome | null,
} | {
  "type": "nothingOwed",
  /**
   * The part covered by credits.
   */
  netted: Amount,
} | {
  "type": "bundle",
  /**
   * How many items the action is about.
   */
  items: number,
  /**
   * The step that decides on channel and template.
   */
  leadingStep: string,
} | {
  "type": "recipient",
  /**
   * The contact.
   */
  contact: string,
  /**
   * The purpose that made it the choice.
   */
  purpose: Purpose,
} | {
  "type": "channel",
  /**
   * The channel, and those before it with the reason against each.
   */
  choice: ChannelChoice,
};

/**
 * A provider's report on a delivery.
 */
export type Receipt = {
  /**
   * The delivery.
   */
  delivery: string,
};

/**
 * What `recheck` says immediately before sending.
 */
export type Recheck = {
  "type": "go",
} | {
  "type": "changed",
  /**
   * The action as it should be now, with the same delivery.
   */
  action: Action,
} | {
  "type": "withdrawn",
  /**
   * Why not.
   */
  holds: Array<Hold>,
};

/**
 * To whom an action goes. The journal keeps the ids only.
 */
export type Recipient = {
  /**
   * The contact.
   */
  contact: string,
  /**
   * The purpose by which the contact was chosen.
   */
  purpose: Purpose,
  /**
   * The address.
   */
  address: AddressRef,
  /**
   * The address itself, as given on the contact.
   */
  value: string,
  /**
   * The language to write in, as BCP 47.
   */
  language?: string | null,
};

/**
 * Why `record` did not take a command. Nothing was changed.
 */
export type Refusal = {
  "type": "idReused",
  /**
   * The command id.
   */
  commandId: string,
} | {
  "type": "unknownItem",
  /**
   * The item.
   */
  item: string,
} | {
  "type": "unknownEntry",
  /**
   * The entry's id.
   */
  entry: string,
  /**
   * What it should be: a block, a dispute, a note, a queued delivery.
   */
  expected: string,
} | {
  "type": "unknownStep",
  /**
   * The step.
   */
  step: string,
  /**
   * The scenario, if the command names one.
   */
  scenario?: string | null,
} | {
  "type": "alreadyOut",
  /**
   * The step.
   */
  step: string,
  /**
   * The delivery that stands.
   */
  delivery: string,
} | {
  "type": "ended",
  /**
   * What it is.
   */
  what: string,
  /**
   * Its id.
   */
  entry: string,
} | {
  "type": "beyondLimit",
  /**
   * Which limit, by its path in the policy.
   */
  limit: string,
  /**
   * What the policy allows.
   */
  allowed: string,
  /**
   * What was asked for.
   */
  asked: string,
} | {
  "type": "invalid",
  /**
   * Where in the command.
   */
  path: string,
  /**
   * What stands there.
   */
  value: string,
  /**
   * What is wrong with it.
   */
  problem: Trouble,
};

/**
 * That a step moves to another day.
 */
export type Rescheduling = {
  /**
   * The step.
   */
  step: StepKey,
  /**
   * The new day, in the creditor's zone; earlier than planned is possible too.
   */
  to: Day,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * True if the later steps, where counted from the due day, move by as many days.
   */
  shiftRest?: boolean,
  /**
   * The day on which it was due before; `record` fills it in.
   */
  was?: Day | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * That a payment went back.
 */
export type Reversal = {
  /**
   * The day from which the money is gone.
   */
  on: Day,
  /**
   * Why, as the bank or the host says.
   */
  reason: string,
};

/**
 * Ordered steps.
 */
export type Scenario = {
  /**
   * Its id.
   */
  id: string,
  /**
   * Its version. An item keeps the version that it was first queued under.
   */
  version: number,
  /**
   * The steps, in order.
   */
  steps: Array<Step>,
};

/**
 * What chose a scenario.
 */
export type ScenarioBy = "bound" | "item" | "debtor" | "assignment";

/**
 * In what way no scenario can be followed.
 */
export type ScenarioWhy = "noneAssigned" | "versionMissing" | "stepMissing";

/**
 * From whom a message comes on one channel.
 */
export type Sender = {
  /**
   * The host's id.
   */
  id: string,
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The address, number or name that the debtor sees.
   */
  value: string,
};

/**
 * What was said to the debtor, as evidence.
 */
export type Sending = {
  /**
   * The delivery.
   */
  delivery: string,
  /**
   * The steps it carried out.
   */
  covers: Array<Cover>,
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The contact's id.
   */
  contact: string,
  /**
   * The address.
   */
  address: AddressRef,
  /**
   * The number of the attempt, from 1.
   */
  attempt: number,
  /**
   * When it was planned.
   */
  plannedAt: Moment,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The sum that was asked for.
   */
  total: Amount,
  /**
   * The items that were named.
   */
  lines: Array<SentLine>,
  /**
   * The language, as BCP 47.
   */
  language?: string | null,
  /**
   * The template it was made from.
   */
  template?: TemplateRef | null,
  /**
   * The provider's id of the message.
   */
  providerReference?: string | null,
  /**
   * The deadline for payment that it stated.
   */
  deadline?: Deadline | null,
  /**
   * The legal notice that it was, by the name of the rule.
   */
  legalKind?: string | null,
  /**
   * The consequence that it announced, by the host's code.
   */
  consequence?: string | null,
};

/**
 * One item as it stood in a message.
 */
export type SentLine = {
  /**
   * The item.
   */
  item: string,
  /**
   * The step it took.
   */
  step: string,
  /**
   * The version of its scenario.
   */
  scenarioVersion: number,
  /**
   * The document's number.
   */
  documentNumber: string,
  /**
   * The last day for payment.
   */
  due: Day,
  /**
   * Open by the books.
   */
  open: Amount,
  /**
   * The part in dispute.
   */
  disputed?: Amount | null,
  /**
   * Charges that the message announced for it.
   */
  chargesAnnounced?: Amount | null,
};

/**
 * That an action was carried out.
 */
export type SentReport = {
  /**
   * The action as it was sent: the planned one, or what `recheck` made of it.
   */
  action: Action,
  /**
   * The template it was made from.
   */
  template?: TemplateRef | null,
  /**
   * The provider's id of the message.
   */
  providerReference?: string | null,
  /**
   * The deadline for payment that it stated.
   */
  deadline?: Deadline | null,
  /**
   * The legal notice that it was, by the name of the rule.
   */
  legalKind?: string | null,
  /**
   * The consequence that it announced, by the host's code.
   */
  consequence?: string | null,
};

/**
 * Hours of a weekday during which the creditor answers, in its zone.
 */
export type ServiceHours = {
  /**
   * The day of the week.
   */
  weekday: Weekday,
  /**
   * The first minute, counted from midnight.
   */
  fromMinute: number,
  /**
   * The minute after the last, counted from midnight.
   */
  untilMinute: number,
};

/**
 * Why a step was passed over.
 */
export type SkippedWhy = "byHand" | "duePassed";

/**
 * That a step is passed over.
 */
export type Skipping = {
  /**
   * The step.
   */
  step: StepKey,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * What is too old.
 */
export type StaleWhy = "ledger";

/**
 * One step of a scenario.
 */
export type Step = {
  /**
   * Its id, the same in all versions.
   */
  id: string,
  /**
   * When it is due, counted from the anchor.
   */
  offset: Offset,
  /**
   * What is done.
   */
  work: Work,
  /**
   * What the offset is counted from; `DueDate` if not given.
   */
  anchor?: Anchor | null,
  /**
   * Hours after sending during which a reported failure makes the next channel be tried;
   * 48 if not given. A later failure leaves the step reached.
   */
  fallbackHours?: number | null,
};

/**
 * What is sent once and never twice: one step of one subject.
 */
export type StepKey = {
  /**
   * What the step is about.
   */
  subject: Subject,
  /**
   * The scenario's id.
   */
  scenario: string,
  /**
   * The step's id, stable across versions of the scenario.
   */
  step: string,
  /**
   * 1, and 1 more for each time this subject reached the step before.
   */
  occurrence: number,
};

/**
 * In what way no step is due.
 */
export type StepWhy = "notYetDue" | "ladderEnded" | "another";

/**
 * What a step, an entry or a notice is about.
 */
export type Subject = {
  "type": "item",
  /**
   * Its id.
   */
  item: string,
} | {
  "type": "debtor",
} | {
  "type": "debtorCurrency",
  /**
   * The currency.
   */
  currency: Currency,
} | {
  "type": "instalment",
  /**
   * The arrangement's entry id.
   */
  arrangement: string,
  /**
   * The number of the instalment, from 1.
   */
  number: number,
} | {
  "type": "payment",
  /**
   * Its id.
   */
  payment: string,
} | {
  "type": "inboundMessage",
  /**
   * Its id.
   */
  id: string,
};

/**
 * The template that a message was made from.
 */
export type TemplateRef = {
  /**
   * Its id.
   */
  id: string,
  /**
   * Its version.
   */
  version: string,
  /**
   * The hash of the message as it went out.
   */
  contentHash: string,
};

/**
 * In what way now is not the time.
 */
export type TimingWhy = "gap" | "oneStepPerDay" | "tooEarly" | "expired";

/**
 * What is too little to ask for.
 */
export type Tolerance = {
  /**
   * The currency.
   */
  currency: Currency,
  /**
   * The largest amount that is not asked for.
   */
  amount: Amount,
};

/**
 * What is wrong with a value that could be read.
 */
export type Trouble = "tooManyDecimals" | "outOfRange" | "unknownCurrency" | "currencyMismatch" | "wrongSign" | "duplicateId" | "beyondItem" | "beyondPayment" | "dueBeforeIssue" | "unknownScenario" | "unknownZone" | "unknownItem" | "unknownParty" | "inFuture" | "inPast" | "empty" | "sumMismatch";

/**
 * That a block is lifted.
 */
export type Unblocking = {
  /**
   * The entry that set it.
   */
  block: string,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * A day of the week.
 */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * What is done at a step.
 */
export type Work = {
  "type": "message",
  /**
   * The channels, in order.
   */
  channels: Array<Channel>,
  /**
   * The host's name of the template.
   */
  template?: string | null,
} | {
  "type": "call",
  /**
   * The host's name of the call script.
   */
  script?: string | null,
};
