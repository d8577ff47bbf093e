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
 * What the steps of a level are counted from that several items share.
 */
export type AccountAnchor = "oldestDue" | "oldestIssue";

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
  /**
   * The fees and interest that it names: those that it announces, as they stand once it
   * is sent, and earlier ones of its items that are neither booked nor given up.
   */
  charges?: Array<Charge>,
  /**
   * What is to be paid with it: the total and those charges, with VAT, that may be asked
   * for. What is only announced is not in it. Not given if there is no charge.
   */
  totalWithCharges?: Amount | null,
  /**
   * The instalments it is about, earliest first, if it is an arrangement's own reminder:
   * such a message has no lines of items.
   */
  instalments?: Array<InstalmentLine>,
  /**
   * True if a person has to approve it before it is queued.
   */
  needsApproval?: boolean,
  /**
   * The entry that approved it as it stands.
   */
  approval?: string | null,
  /**
   * What an approval refers to, where one is needed: it changes with the recipient, the
   * channel, the lines, the total and the days for payment.
   */
  fingerprint?: string | null,
  /**
   * The last day for payment that it gives.
   */
  deadline?: Deadline | null,
  /**
   * The template of the platform that it must be sent as, since the contact has not written
   * within 24 hours; free text if none is named.
   */
  platformTemplate?: PlatformTemplate | null,
  /**
   * The notice by law that it is, by its name. The host's text says what the law asks of it:
   * the charges that it announces, and the deadline as it stands here.
   */
  legalKind?: string | null,
  /**
   * From whom it comes, if its step names senders; the usual sender if none is told.
   */
  sender?: Sender | null,
  /**
   * What it is expected to cost the creditor, if the policy has a price for it.
   */
  expectedCost?: ExpectedCost | null,
  /**
   * The same message by the other channels of its step, if it goes out by all of them.
   * `by_channel` tells what each channel has to send.
   */
  copies?: Array<ActionCopy>,
};

/**
 * The same message by another channel of its step. It is part of the delivery: sent with it,
 * and not instead of it.
 */
export type ActionCopy = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * To whom.
   */
  recipient: Recipient,
  /**
   * The template of the platform that it must be sent as; free text if none is named.
   */
  platformTemplate?: PlatformTemplate | null,
  /**
   * What it is expected to cost the creditor, if the policy has a price for it.
   */
  expectedCost?: ExpectedCost | null,
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
 * An address of a channel in the form that its provider takes, or all that is wrong with it.
 */
export type AddressAnswer = {
  "type": "valid",
  /**
   * The address.
   */
  value: string,
  /**
   * True if it has letters beyond ASCII: an e-mail provider must support RFC 6531.
   */
  international: boolean,
} | {
  "type": "flawed",
  /**
   * What is wrong with it.
   */
  flaws: Array<Flaw>,
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
 * Where a day goes that is no business day.
 */
export type Adjustment = "unadjusted" | "following" | "modifiedFollowing" | "preceding" | "modifiedPreceding";

/**
 * What a person may do, and for which reason.
 */
export type Advice = {
  "type": "askProofOfPayment",
  /**
   * The message.
   */
  inbound: string,
  /**
   * The items.
   */
  items: Array<string>,
} | {
  "type": "recordPromise",
  /**
   * The message.
   */
  inbound: string,
  /**
   * What is open on the items.
   */
  amount: Amount,
  /**
   * Its currency.
   */
  currency: Currency,
  /**
   * The items.
   */
  items: Array<string>,
  /**
   * The day, if it was named.
   */
  date?: Day | null,
} | {
  "type": "proposeArrangement",
  /**
   * The message.
   */
  inbound: string,
  /**
   * The items.
   */
  items: Array<string>,
} | {
  "type": "offerIncentive",
  /**
   * The message.
   */
  inbound: string,
  /**
   * The items.
   */
  items: Array<string>,
  /**
   * The most that the policy allows, in percent.
   */
  mostPercent: number,
} | {
  "type": "recordDispute",
  /**
   * The message.
   */
  inbound: string,
  /**
   * The items.
   */
  items: Array<string>,
} | {
  "type": "recordQuestion",
  /**
   * The message.
   */
  inbound: string,
  /**
   * The items.
   */
  items: Array<string>,
} | {
  "type": "sendInvoiceAgain",
  /**
   * The message.
   */
  inbound: string,
  /**
   * The items.
   */
  items: Array<string>,
} | {
  "type": "limitCredit",
  /**
   * The advice on new orders.
   */
  credit: CreditAdvice,
  /**
   * The share of invoices paid late, in percent.
   */
  latePercent: number,
  /**
   * The days late of those, on average.
   */
  averageDaysLate: number,
} | {
  "type": "correctContact",
  /**
   * The message.
   */
  inbound: string,
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The contact, if known.
   */
  contact?: string | null,
};

/**
 * What comes after the last step.
 */
export type AfterLast = {
  "type": "stop",
} | {
  "type": "repeat",
  /**
   * Days from one to the next.
   */
  everyDays: number,
  /**
   * How often it is taken in all; without end if not given.
   */
  atMost?: number | null,
} | {
  "type": "handover",
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
 * What is asked for of an item.
 */
export type AmountBasis = "residual" | "original";

/**
 * What a step is counted from.
 */
export type Anchor = "dueDate" | "issueDate" | "previousStep" | "previousDeadline" | "laterOfDueAndPrevious" | "promise";

/**
 * That an action may go out.
 */
export type Approval = {
  /**
   * The action's steps.
   */
  steps: Array<StepKey>,
  /**
   * The fingerprint of what was approved.
   */
  fingerprint: string,
  /**
   * Its total, so that a lower one may pass.
   */
  total: Amount,
  /**
   * The currency of the total.
   */
  currency: Currency,
  /**
   * Free text.
   */
  text?: string | null,
  /**
   * Its items, if other items take the same step by other deliveries or were decided on alone.
   */
  items?: Array<string>,
};

/**
 * How proposals are approved.
 */
export type ApprovalRules = {
  /**
   * Days for which an approval holds; 5 if not given.
   */
  days?: number | null,
  /**
   * What may change after an approval without asking again; `Nothing` if not given.
   */
  tolerate?: Tolerated | null,
  /**
   * True if who proposed may not approve.
   */
  otherPerson?: boolean,
};

/**
 * In what way a step waits for a person.
 */
export type ApprovalWhy = "undecided" | "changed" | "expired";

/**
 * A template of the platform for a template of the house.
 */
export type ApprovedTemplate = {
  /**
   * The template that steps name.
   */
  template: string,
  /**
   * What the platform has approved for it, in one language.
   */
  approved: PlatformTemplate,
};

/**
 * What becomes of interest while an arrangement is kept.
 */
export type ArrangedInterest = "continues" | "frozen" | "waivedIfKept";

/**
 * How an arrangement stands while its items rest.
 */
export type ArrangedWhy = "running" | "awaitingBankData" | "behind";

/**
 * That an arrangement was accepted, with what it relies on.
 */
export type ArrangementAcceptance = {
  /**
   * The arrangement.
   */
  arrangement: string,
  /**
   * What was open of each covered item.
   */
  items: Array<OpenItem>,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * A yes to a proposal.
 */
export type ArrangementAnswer = {
  /**
   * The arrangement.
   */
  arrangement: string,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * Other terms in place of a proposal, or of an arrangement that runs.
 */
export type ArrangementCounter = {
  /**
   * The arrangement that they replace.
   */
  arrangement: string,
  /**
   * The terms.
   */
  proposal: ArrangementProposal,
};

/**
 * In what way an arrangement was ended by hand.
 */
export type ArrangementEnd = "refused" | "cancelled" | "lapsed";

/**
 * That a proposal came to nothing, or that an arrangement was ended by hand.
 */
export type ArrangementEnding = {
  /**
   * The arrangement.
   */
  arrangement: string,
  /**
   * In what way.
   */
  how: ArrangementEnd,
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
 * An arrangement as it was proposed, with what it relies on.
 */
export type ArrangementMade = {
  /**
   * Who proposed it.
   */
  by: ArrangementSide,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The items it covers, each with the part that is covered and what was open.
   */
  items: Array<CoveredItem>,
  /**
   * The instalments, earliest first.
   */
  instalments: Array<Instalment>,
  /**
   * What they add up to.
   */
  total: Amount,
  /**
   * Days of grace after the day of an instalment.
   */
  graceDays: number,
  /**
   * What becomes of interest after the day up to which it was counted.
   */
  furtherInterest: ArrangedInterest,
  /**
   * The last day on which it can be accepted.
   */
  expiresOn: Day,
  /**
   * Charges agreed on top of the items.
   */
  charges?: Amount | null,
  /**
   * Interest agreed on top of the items.
   */
  interest?: Amount | null,
  /**
   * The day up to which these charges and this interest were counted.
   */
  countedUpTo?: Day | null,
  /**
   * The arrangement that it replaces: at once if that is a proposal, with its acceptance
   * if that one runs.
   */
  replaces?: string | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * What came of an arrangement.
 */
export type ArrangementOutcome = "completed" | "lapsed" | "cancelled" | "replaced";

/**
 * Terms on which a debt may be paid in instalments.
 */
export type ArrangementProposal = {
  /**
   * Who proposes it.
   */
  by: ArrangementSide,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The instalments, earliest first. They add up to what is covered, plus the charges and
   * the interest that are agreed on top.
   */
  instalments: Array<Instalment>,
  /**
   * The items it covers, or parts of them; all that are open in the currency if none is
   * named. A later invoice is never covered.
   */
  items?: Array<ItemAmount>,
  /**
   * Charges agreed on top of the items.
   */
  charges?: Amount | null,
  /**
   * Interest agreed on top of the items.
   */
  interest?: Amount | null,
  /**
   * The day up to which these charges and this interest were counted, in the creditor's
   * zone.
   */
  countedUpTo?: Day | null,
  /**
   * What becomes of interest after that; `Continues` if not given.
   */
  furtherInterest?: ArrangedInterest | null,
  /**
   * The last day on which it can be accepted, in the creditor's zone; the policy's if not
   * given.
   */
  expiresOn?: Day | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * A no to a proposal, or the end of an arrangement by hand.
 */
export type ArrangementRefusal = {
  /**
   * The arrangement.
   */
  arrangement: string,
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
 * How arrangements are agreed, judged and reminded of.
 */
export type ArrangementRules = {
  /**
   * The name under which reminders of instalments stand in the journal, as a scenario's
   * id does; `arrangements` if not given.
   */
  id?: string | null,
  /**
   * The version of these rules, recorded with each reminder; 1 if not given.
   */
  version?: number | null,
  /**
   * The most instalments; 12 if not given.
   */
  maxInstalments?: number | null,
  /**
   * Days from the proposal to the last instalment, at most; 366 if not given.
   */
  maxDays?: number | null,
  /**
   * Days from the proposal to the first instalment, at most; 31 if not given.
   */
  firstWithinDays?: number | null,
  /**
   * The least amount of an instalment, by currency; none if not given. The last
   * instalment may be less.
   */
  leastInstalments?: Array<LeastInstalment>,
  /**
   * Days during which a proposal can be accepted; 14 if not given.
   */
  proposalDays?: number | null,
  /**
   * Days of grace after the day of an instalment; 3 if not given.
   */
  graceDays?: number | null,
  /**
   * By how much the payments may fall short, by currency; by nothing if not given.
   */
  tolerances?: Array<Tolerance>,
  /**
   * What ends an arrangement that is not kept; `ByHand` if not given.
   */
  lapse?: Lapse | null,
  /**
   * The reminders of each instalment, earliest first; none if not given.
   */
  reminders?: Array<InstalmentStep>,
};

/**
 * Who proposes.
 */
export type ArrangementSide = "debtor" | "creditor";

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
  /**
   * Marks of the item, of which it has at least one.
   */
  tags?: Array<string>,
  /**
   * What is open of the item, at the least, by currency. A currency that is not listed
   * does not fit.
   */
  atLeast?: Array<Tolerance>,
  /**
   * The classes of payers. One of whom nothing is known counts as new.
   */
  classes?: Array<PayerClass>,
};

/**
 * What a forecast takes to come of calls.
 */
export type AssumedCalls = "unanswered" | "reached";

/**
 * What a forecast takes to become of what was agreed.
 */
export type AssumedKeeping = "broken" | "kept";

/**
 * What a forecast takes the debtor to pay.
 */
export type AssumedPayments = "nothing" | "asPromised" | "asUsual";

/**
 * What a forecast takes to become of steps that a person has to approve.
 */
export type AssumedProposals = "approvedAtOnce" | "never";

/**
 * What a forecast takes for granted.
 *
 * Besides what can be chosen here: every action is sent at its time and arrives, nobody
 * replies or disputes, and the host's data stays current.
 */
export type Assumptions = {
  /**
   * What the debtor pays; `Nothing` if not given.
   */
  payments?: AssumedPayments | null,
  /**
   * What becomes of promises; `Kept` with `AsPromised`, else `Broken`, if not given.
   */
  promises?: AssumedKeeping | null,
  /**
   * What becomes of arrangements; `Kept` with `AsPromised`, else `Broken`, if not given.
   */
  arrangements?: AssumedKeeping | null,
  /**
   * What comes of calls; `Unanswered` if not given.
   */
  calls?: AssumedCalls | null,
  /**
   * What becomes of proposals; `ApprovedAtOnce` if not given.
   */
  proposals?: AssumedProposals | null,
};

/**
 * Something to attach, by reference: the host has the file.
 */
export type Attachment = {
  /**
   * What it is.
   */
  kind: AttachmentKind,
  /**
   * The item whose document it is.
   */
  item?: string | null,
  /**
   * The ledger's id of that document.
   */
  documentId?: string | null,
  /**
   * The payment that the receipt is for.
   */
  payment?: string | null,
};

/**
 * What goes with a message.
 */
export type AttachmentKind = "invoice" | "statement" | "paymentReceipt";

/**
 * An automatic receipt for a message that came outside the service hours. Record
 * `SendReceipt` with it before it is sent.
 */
export type AutomaticReceipt = {
  /**
   * The message: the first of this contact in the closed period.
   */
  inbound: string,
  /**
   * The channel to answer on.
   */
  channel: Channel,
  /**
   * When the service opens again: the end of the closed period.
   */
  opensAt: Moment,
  /**
   * When a person will have answered.
   */
  answerBy: Moment,
  /**
   * Whom to answer, if known.
   */
  contact?: string | null,
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
 * How blocks are set.
 */
export type BlockRules = {
  /**
   * True if a block is refused without a note.
   */
  noteRequired?: boolean,
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
 * The boundary day of a step.
 */
export type Boundary = "inclusive" | "exclusive" | "afterAnchor";

/**
 * A named calendar of business days, given by the host as data.
 *
 * The calendars that laws make need none of this: they are named where a calendar is asked
 * for, and `calendars` lists them. A calendar with the name of one of those takes its place.
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
   * The days of the week without business; if none is given, those of the calendar that
   * it extends, else Saturday and Sunday.
   */
  weekend?: Array<Weekday>,
  /**
   * The last day for which the holidays are known. A step that counts beyond it carries
   * the finding `BeyondCalendar`; without it the calendar that it extends tells, and one
   * that extends none is taken as complete.
   */
  knownUntil?: Day | null,
  /**
   * The built-in calendar to which the holidays are added, such as `NL-ATW`.
   */
  extends?: string | null,
  /**
   * Holidays of the extended calendar that do not count here.
   */
  notHolidays?: Array<Day>,
};

/**
 * A built-in calendar.
 */
export type CalendarInfo = {
  /**
   * The name that offsets, terms and functions refer to.
   */
  id: string,
  /**
   * Where it holds, in English.
   */
  name: string,
  /**
   * The law.
   */
  source: string,
  /**
   * How sure its days are: `high`, `medium` or `low`.
   */
  confidence: string,
  /**
   * The first day of which all holidays are known.
   */
  knownSince: Day,
  /**
   * The last day of which all holidays are known.
   */
  knownUntil: Day,
};

/**
 * Outcomes of a call after which its step may count as reached.
 */
export type CallAnswer = "reached" | "voicemail" | "refused" | "noAnswer";

/**
 * How a call would stand with those before it.
 */
export type CallFrequency = {
  /**
   * What is presumed. It is a presumption and no limit: circumstances may rebut it.
   */
  presumption: CallPresumption,
  /**
   * The calls that count in the seven days up to this one, and this one.
   */
  callsInSevenDays: number,
  /**
   * The last day on which the debt was talked about, if that is less than seven days ago.
   */
  conversationOn?: Day | null,
  /**
   * The first day on which a call about the debt is presumed to comply, by what is known.
   */
  compliantFrom: Day,
};

/**
 * How often a debtor may be called about an item.
 *
 * Counted on the debtor's clock. Not counted are calls that did not connect to the number,
 * that the debtor made, and that the debtor asked for shortly before.
 */
export type CallLimit = {
  /**
   * Calls at the most.
   */
  atMost: number,
  /**
   * Within so many days in a row.
   */
  days: number,
  /**
   * Days without a call once the item was talked about, that of the conversation being the
   * first; none if not given.
   */
  restDays?: number | null,
  /**
   * Days, that of the question being the first, in which a call that the debtor asked for is
   * made in any case and does not count; none if not given.
   */
  askedDays?: number | null,
};

/**
 * What came of a call, as the journal keeps it. That it took place, and about what, stands in
 * the `Sent` of the same delivery.
 */
export type CallMade = {
  /**
   * The delivery.
   */
  delivery: string,
  /**
   * What came of it.
   */
  outcome: CallOutcome,
};

/**
 * What came of a call.
 */
export type CallOutcome = {
  "type": "reached",
} | {
  "type": "noAnswer",
} | {
  "type": "voicemail",
} | {
  "type": "wrongNumber",
} | {
  "type": "refused",
} | {
  "type": "callBackAt",
  /**
   * The time; the next attempt is not made before.
   */
  at: Moment,
} | {
  "type": "callBackOn",
  /**
   * The day, in the creditor's zone; the next attempt is not made before.
   */
  day: Day,
};

/**
 * What is presumed of a call.
 */
export type CallPresumption = "compliant" | "violation";

/**
 * That a planned call was tried, what came of it, and what was said.
 *
 * Everything in it is recorded together or not at all: if the promise is refused, the call is
 * not recorded either.
 */
export type CallReport = {
  /**
   * The call, as planned and queued.
   */
  action: Action,
  /**
   * What came of it.
   */
  outcome: CallOutcome,
  /**
   * What the debtor promised to pay.
   */
  promise?: PromiseToPay | null,
  /**
   * What the debtor disputes.
   */
  disputes?: Array<Dispute>,
  /**
   * What the debtor asks.
   */
  questions?: Array<Question>,
  /**
   * What else the debtor said: wants instalments, has paid, wants no more calls. It counts
   * as a message, received by phone.
   */
  said?: Array<Intent>,
  /**
   * A note on the call.
   */
  note?: Note | null,
};

/**
 * How the calls of a step are made.
 */
export type CallRules = {
  /**
   * Outcomes after which the step counts as reached; `Reached` and `Voicemail` if none is
   * given.
   */
  reachedOn?: Array<CallAnswer>,
  /**
   * Calls that did not reach the debtor after which the step counts as reached all the
   * same; 3 if not given. A wrong number is not counted, and a call that the debtor asked
   * for is made in any case.
   */
  maxAttempts?: number | null,
  /**
   * Hours from one attempt to the next; 24 if not given.
   */
  retryAfterHours?: number | null,
  /**
   * Attempts on one day, in the creditor's zone; 2 if not given.
   */
  maxPerDay?: number | null,
  /**
   * Whether later steps wait for an outcome; `Continue` if not given.
   */
  wait?: CallWait | null,
};

/**
 * Whether later steps wait for the outcome of a call.
 */
export type CallWait = {
  "type": "continue",
} | {
  "type": "untilOutcome",
  /**
   * For how many days at most.
   */
  atMostDays: number,
};

/**
 * Why a call waits that was tried before.
 */
export type CalledWhy = "retryLater" | "callBack" | "perDay";

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
 * Which contacts a cap counts together.
 */
export type CapPer = "debtor" | "item";

/**
 * What of many plans goes out, and what waits for another day.
 */
export type Capacity = {
  /**
   * The deliveries that go out as planned, in the order of the plans.
   */
  kept: Array<string>,
  /**
   * The deliveries for which their day has no room, in the order of the plans.
   */
  deferred: Array<Deferred>,
};

/**
 * What goes first.
 */
export type CapacityPriority = "oldestDue" | "expiresFirst" | "mostAttempts";

/**
 * What happens if more than one step is due.
 */
export type CatchUp = "oneAtATime" | "newestOnly" | "skip";

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
  /**
   * True if the order is that in which the channels reach the debtor, not the step's.
   */
  byReach?: boolean,
  /**
   * The other channels by which it goes as well.
   */
  also?: Array<Channel>,
};

/**
 * Days between contacts by one channel.
 */
export type ChannelGap = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The days.
   */
  days: number,
};

/**
 * How much goes out by a channel on a day.
 */
export type ChannelLimit = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * Messages, or calls that people can make.
   */
  aDay: number,
};

/**
 * How often contacts by one channel led to a reaction.
 */
export type ChannelReach = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The contacts.
   */
  contacts: number,
  /**
   * Those of them to which the debtor reacted.
   */
  reactions: number,
};

/**
 * What a day has taken already.
 */
export type ChannelUse = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The day.
   */
  day: Day,
  /**
   * Messages or calls.
   */
  count: number,
};

/**
 * A fee or interest: in an action as it will stand once the message is sent, in a plan as
 * it stands by the journal.
 */
export type Charge = {
  /**
   * Names it in `Charged`, in `Waive` and in the `charge` of an item. A further attempt
   * of the same step has the same id: it is the same charge.
   */
  id: string,
  /**
   * A fee or interest.
   */
  kind: ChargeKind,
  /**
   * The rule of the policy that it follows, by its id.
   */
  rule: string,
  /**
   * How it stands.
   */
  state: ChargeState,
  /**
   * The step that announced it.
   */
  step: StepKey,
  /**
   * Of each item, or once for the whole message.
   */
  per: ChargePer,
  /**
   * The items it is for; one if it is of an item.
   */
  items: Array<string>,
  /**
   * What it was worked out on.
   */
  base: Amount,
  /**
   * The charge without VAT.
   */
  amount: Amount,
  /**
   * The currency of all its amounts.
   */
  currency: Currency,
  /**
   * The VAT on it, if it bears any.
   */
  vat?: Amount | null,
  /**
   * When it may be asked for; `WithMessage` if not given.
   */
  claim?: ChargeClaim | null,
  /**
   * Of interest, the spans it was worked out over, in order.
   */
  segments?: Array<InterestSegment>,
  /**
   * The delivery that announced it, by the journal.
   */
  delivery?: string | null,
};

/**
 * That the host booked a charge.
 */
export type ChargeBooking = {
  /**
   * The charge's id.
   */
  charge: string,
  /**
   * What was booked, without VAT; no more than was announced. All of it if not given.
   */
  amount?: Amount | null,
  /**
   * The host's id of the booking.
   */
  documentId?: string | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * When a charge may be asked for.
 */
export type ChargeClaim = "withMessage" | "afterDeadline" | "withNextStep";

/**
 * What a charge is.
 */
export type ChargeKind = "fee" | "interest";

/**
 * What a charge is counted by.
 */
export type ChargePer = "item" | "message";

/**
 * How a charge stands.
 */
export type ChargeState = "announced" | "claimable" | "charged" | "released" | "waived";

/**
 * That a charge is given up.
 */
export type ChargeWaiver = {
  /**
   * The charge's id.
   */
  charge: string,
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
 * Which channel of a step is taken.
 */
export type Choose = {
  "type": "firstUsable",
} | {
  "type": "adaptive",
  /**
   * Contacts in a row without a reaction after which another channel has its turn.
   */
  after: number,
} | {
  "type": "all",
};

/**
 * What a debtor owes on a day, with each cent explained.
 */
export type Claim = {
  /**
   * The day up to which it is stated.
   */
  on: Day,
  /**
   * The country whose law it follows.
   */
  law: Country,
  /**
   * The state of the built-in data on law, as a day.
   */
  dataVersion: string,
  /**
   * One for each currency, in the order in which the items come.
   */
  statements: Array<ClaimStatement>,
};

/**
 * Costs or a fixed sum by law.
 */
export type ClaimCost = {
  /**
   * The items that it is for.
   */
  items: Array<string>,
  /**
   * What the law lets be charged, and its article.
   */
  statement: CostStatement,
};

/**
 * What is owed on an item.
 */
export type ClaimItem = {
  /**
   * The item.
   */
  item: string,
  /**
   * The number that the debtor knows.
   */
  documentNumber: string,
  /**
   * The last day for payment.
   */
  due: Day,
  /**
   * The kind of debtor that it is a claim against.
   */
  kind: DebtorKind,
  /**
   * The principal at first.
   */
  principal: Amount,
  /**
   * What is open of it, by law: what paid costs and interest did not pay it.
   */
  openPrincipal: Amount,
  /**
   * What is open of it by the books; they decide what may be dunned.
   */
  openByBooks: Amount,
  /**
   * All interest up to the day, whether paid or not.
   */
  interest: Amount,
  /**
   * What is open of it, also of what bears interest itself.
   */
  openInterest: Amount,
  /**
   * Of the open interest, what bears interest since the end of a year.
   */
  capitalised: Amount,
  /**
   * The spans with one rate and one principal.
   */
  segments: Array<ClaimSegment>,
  /**
   * What makes the spans' own roundings agree with the interest.
   */
  rounding: Amount,
  /**
   * Charges on the item that are open.
   */
  openCharges: Amount,
  /**
   * Principal, interest and charges that are open.
   */
  open: Amount,
  /**
   * The rule on interest: of the policy, or a series of rates by law.
   */
  interestRule?: string | null,
  /**
   * The article that gives the interest, if a law does.
   */
  article?: string | null,
  /**
   * True if the interest is less than the rule's minimum and is not demanded.
   */
  belowMinimum?: boolean,
  /**
   * The disputed part of the principal.
   */
  disputed?: Amount | null,
  /**
   * What is odd: rates that are not known, payments that do not explain what is open.
   */
  findings?: Array<Finding>,
};

/**
 * What a payment or a credit paid of an item.
 */
export type ClaimPayment = {
  /**
   * The payment or the credit.
   */
  payment: string,
  /**
   * The day from which it counts.
   */
  on: Day,
  /**
   * The item.
   */
  item: string,
  /**
   * Of its charges.
   */
  toCharges: Amount,
  /**
   * Of its interest, before it bore interest itself.
   */
  toInterest: Amount,
  /**
   * Of what bore interest: the principal, and interest of earlier years.
   */
  toPrincipal: Amount,
  /**
   * Of that, the interest of earlier years.
   */
  toCapitalised: Amount,
};

/**
 * What is claimed beside the principal. Without these rules it is what the law of the
 * creditor's country gives.
 */
export type ClaimRules = {
  /**
   * The country whose law applies; the creditor's if not given.
   */
  law?: Country | null,
  /**
   * Agreed interest: the first that fits an item takes the place of interest by law.
   */
  interest?: Array<InterestChoice>,
  /**
   * How days become a part of the year with interest by law, where no law says it; what is
   * usual in the country if not given.
   */
  dayCount?: DayCount | null,
  /**
   * How interest by law is rounded; to the smallest unit if not given.
   */
  rounding?: Rounding | null,
  /**
   * When interest by law is rounded; if not given, when it is capitalised and at the end.
   */
  roundingPoint?: RoundingPoint | null,
  /**
   * True if days after the last known rate by law bear that rate; a finding says so.
   */
  assumeLastRate?: boolean,
  /**
   * True if what is paid bears no interest by law on the day of its payment, where no law
   * says it.
   */
  paymentDayFree?: boolean,
  /**
   * VAT in percent on collection costs, if the creditor cannot deduct it and declares so.
   */
  vatPercent?: Amount | null,
  /**
   * True if the contracts have a clause on damages for being late, where a law asks for
   * one.
   */
  clauseAgreed?: boolean,
  /**
   * Days after sending on which a notice by law counts as received that has neither evidence
   * nor a presumption of the law, such as one by e-mail; if not given, its term is taken as
   * running.
   */
  presumedDays?: number | null,
  /**
   * True if no costs and fixed sums by law are claimed.
   */
  withoutCosts?: boolean,
};

/**
 * Days with one rate and one principal.
 */
export type ClaimSegment = {
  /**
   * The first day that bears interest.
   */
  begins: Day,
  /**
   * The last.
   */
  until: Day,
  /**
   * The days, as the day count counts them.
   */
  days: number,
  /**
   * The rate, in percent of a year.
   */
  percent: Amount,
  /**
   * What bears it, interest of earlier years with it.
   */
  principal: Amount,
  /**
   * The interest with six decimals more than the currency has.
   */
  exact: Amount,
  /**
   * The interest, rounded by itself.
   */
  interest: Amount,
  /**
   * Where the rate stands, if it is one of a series.
   */
  source?: string | null,
  /**
   * True if the rate is the last known one, assumed to go on.
   */
  assumed?: boolean,
};

/**
 * What is owed in one currency.
 */
export type ClaimStatement = {
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The items.
   */
  items: Array<ClaimItem>,
  /**
   * Costs and fixed sums by law, as of the day. Payments made before are not imputed to
   * them.
   */
  costs: Array<ClaimCost>,
  /**
   * What may not be charged, and why.
   */
  refused: Array<RefusedCharge>,
  /**
   * What each payment and credit paid, in the order of their days.
   */
  payments: Array<ClaimPayment>,
  /**
   * The principals that are open, without what is disputed; interest that bears interest
   * is not part of it.
   */
  principal: Amount,
  /**
   * The interest that is open, without that on what is disputed.
   */
  interest: Amount,
  /**
   * Charges that were booked or announced, and costs and fixed sums by law, without VAT.
   */
  charges: Amount,
  /**
   * The VAT on costs.
   */
  vat: Amount,
  /**
   * What was paid and pays nothing.
   */
  unallocated: Amount,
  /**
   * What is demanded: principal, interest, charges and VAT, less what is unallocated.
   */
  total: Amount,
  /**
   * What is disputed of the principals: told, not demanded.
   */
  disputed: Amount,
  /**
   * The interest on it: told, not demanded.
   */
  disputedInterest: Amount,
};

/**
 * A day without contact.
 */
export type ClosedDay = {
  /**
   * The local day.
   */
  day: Day,
  /**
   * What it is.
   */
  name: string,
};

/**
 * What people and webhooks report; `record` turns it into entries.
 *
 * Reports (`Sent`, `Failed`, `Delivered`, `Read`, `Inbound`) are never refused: they happened.
 * All others are intentions and are checked.
 */
export type Command = {
  "type": "propose",
  /**
   * The action, as planned.
   */
  action: Action,
} | {
  "type": "approve",
  /**
   * The action as it was shown. Refused if it is planned otherwise by now.
   */
  action: Action,
  /**
   * Free text.
   */
  text?: string | null,
} | {
  "type": "reject",
  /**
   * Which, and why.
   */
  rejection: Rejection,
} | {
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
  "type": "called",
  /**
   * The report.
   */
  report: CallReport,
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
  "type": "inbound",
  /**
   * The message.
   */
  message: InboundMessage,
} | {
  "type": "answerInbound",
  /**
   * Which.
   */
  answer: InboundAnswer,
} | {
  "type": "sendReceipt",
  /**
   * The receipt, as planned.
   */
  receipt: AutomaticReceipt,
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
} | {
  "type": "proposeArrangement",
  /**
   * The terms.
   */
  proposal: ArrangementProposal,
} | {
  "type": "counterArrangement",
  /**
   * Which, and the terms.
   */
  counter: ArrangementCounter,
} | {
  "type": "acceptArrangement",
  /**
   * Which.
   */
  answer: ArrangementAnswer,
} | {
  "type": "refuseArrangement",
  /**
   * Which, and why.
   */
  refusal: ArrangementRefusal,
} | {
  "type": "cancelArrangement",
  /**
   * Which, and why.
   */
  refusal: ArrangementRefusal,
} | {
  "type": "lapseArrangement",
  /**
   * Which, and why.
   */
  refusal: ArrangementRefusal,
} | {
  "type": "undo",
  /**
   * Which, and why.
   */
  undo: Undoing,
} | {
  "type": "importHistory",
  /**
   * The sendings.
   */
  history: HistoryImport,
} | {
  "type": "mergeDebtor",
  /**
   * Which.
   */
  merge: DebtorMerge,
} | {
  "type": "stop",
  /**
   * Why, and from when.
   */
  stopping: Stopping,
} | {
  "type": "endStop",
  /**
   * Which.
   */
  ending: StopEnding,
} | {
  "type": "askQuestion",
  /**
   * The question.
   */
  question: Question,
} | {
  "type": "answerQuestion",
  /**
   * Which.
   */
  answer: QuestionAnswer,
} | {
  "type": "setLevel",
  /**
   * The new level.
   */
  setting: LevelSetting,
} | {
  "type": "moveItem",
  /**
   * Where to.
   */
  moving: ScenarioMove,
} | {
  "type": "charged",
  /**
   * Which, and how much of it.
   */
  booking: ChargeBooking,
} | {
  "type": "waive",
  /**
   * Which, and why.
   */
  waiver: ChargeWaiver,
};

/**
 * The size of a company, as laws on payment terms distinguish it.
 */
export type CompanySize = "smallOrMedium" | "large";

/**
 * How an amount must compare with a limit.
 */
export type Compare = "atLeast" | "moreThan";

/**
 * How many messages or calls go by a channel.
 */
export type ComparedChannel = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * Under A.
   */
  a: number,
  /**
   * Under B.
   */
  b: number,
};

/**
 * What two policies would do with one item.
 */
export type ComparedItem = {
  /**
   * The item.
   */
  item: string,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * Each step that one of them takes, by day.
   */
  steps: Array<ComparedStep>,
  /**
   * Where the item stands at the end under A.
   */
  endA: ItemEnd,
  /**
   * Where the item stands at the end under B.
   */
  endB: ItemEnd,
  /**
   * The first day on which they do not do the same.
   */
  firstDifference?: Day | null,
};

/**
 * A step of an item under two policies: the same step, taken for the same time.
 */
export type ComparedStep = {
  /**
   * The step's id.
   */
  step: string,
  /**
   * True if both take it on the same day, by the same channel, to the same contact, for
   * the same amount and charges; the hour may differ.
   */
  same?: boolean,
  /**
   * Under A; none if only B takes it.
   */
  a?: ForeseenStep | null,
  /**
   * Under B; none if only A takes it.
   */
  b?: ForeseenStep | null,
};

/**
 * What two policies, A and B, would do with an account over a span, side by side.
 */
export type Comparison = {
  /**
   * The beginning of the span.
   */
  begins: Moment,
  /**
   * Its last instant.
   */
  until: Moment,
  /**
   * What was taken for granted, for both alike.
   */
  assumed: Assumptions,
  /**
   * One for each item, in the order of the items.
   */
  items: Array<ComparedItem>,
  /**
   * The messages and calls by channel; channels that neither uses are left out.
   */
  contacts: Array<ComparedChannel>,
  /**
   * Where the debtor stands at the end under A.
   */
  endA: DebtorEnd,
  /**
   * Where the debtor stands at the end under B.
   */
  endB: DebtorEnd,
  /**
   * The first day, in the creditor's zone, on which they do not do the same; none if they
   * never differ.
   */
  firstDifference?: Day | null,
};

/**
 * Which items the host supplies.
 */
export type Completeness = "openItemsOnly" | "withSettled";

/**
 * Whether interest bears interest.
 */
export type Compounding = "simple" | "yearly";

/**
 * How sure a figure of law is.
 */
export type Confidence = "high" | "medium" | "low";

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
  /**
   * When and by which channels the contact wishes to be approached.
   */
  requests?: Array<ContactRule>,
};

/**
 * What a rule on contact rests on.
 */
export type ContactBinding = "law" | "courtesy" | "request" | "own";

/**
 * How often a debtor may be contacted.
 */
export type ContactCap = {
  /**
   * Contacts at the most.
   */
  atMost: number,
  /**
   * Within so many days in a row, on the debtor's clock.
   */
  days: number,
  /**
   * Only contacts by this channel; all if none is named.
   */
  channel?: Channel | null,
  /**
   * Which contacts are counted together; all with the debtor if not given.
   */
  per?: CapPer | null,
};

/**
 * Whether a debtor may be approached at an instant.
 */
export type ContactCheck = {
  /**
   * True if every rule that holds allows it.
   */
  allowed: boolean,
  /**
   * The rules that hold, in their order.
   */
  rules: Array<string>,
  /**
   * The rules that do not allow it, in each zone.
   */
  stops: Array<ContactStop>,
  /**
   * The time in each of the debtor's zones, as RFC 3339 with its offset.
   */
  local: Array<string>,
  /**
   * Rules whose closed days are not known for this day: ask whether it is a holiday.
   */
  beyond: Array<string>,
};

/**
 * Hours of a day at which contact is allowed, on the clock of the place.
 */
export type ContactHours = {
  /**
   * The first minute, counted from midnight.
   */
  fromMinute: number,
  /**
   * The minute after the last, counted from midnight; 1440 is the end of the day.
   */
  untilMinute: number,
  /**
   * On these days of the week; on all if none is given.
   */
  weekdays?: Array<Weekday>,
};

/**
 * What kind of contact it is.
 */
export type ContactKind = "person" | "department" | "branch" | "guardian";

/**
 * A rule on the days and hours at which a debtor may be approached.
 *
 * Several rules hold at once: what all of them allow is allowed.
 */
export type ContactRule = {
  /**
   * The name that answers refer to.
   */
  id: string,
  /**
   * Where it comes from: an article, a request, a house rule.
   */
  source: string,
  /**
   * What it rests on; `Own` if not given.
   */
  binding?: ContactBinding | null,
  /**
   * The hours at which contact is allowed; every hour if none is given.
   */
  windows?: Array<ContactHours>,
  /**
   * True if the instant at which a window ends is still allowed.
   */
  untilIncluded?: boolean,
  /**
   * The days of the week without contact.
   */
  closedWeekdays?: Array<Weekday>,
  /**
   * Other days without contact: holidays, and days that a decree equates with them.
   */
  closedDays?: Array<ClosedDay>,
  /**
   * A calendar whose holidays are days without contact; its weekend is not.
   */
  calendar?: string | null,
  /**
   * The last day for which the closed days are known; without it they are complete. The
   * calendar knows its own.
   */
  knownUntil?: Day | null,
  /**
   * The first local day of the rule; none if it always held.
   */
  begins?: Day | null,
  /**
   * The last local day of the rule.
   */
  until?: Day | null,
  /**
   * The zone whose clock counts, such as the creditor's own; the debtor's zones if not given.
   */
  zone?: string | null,
  /**
   * Only debtors of these countries; all if none is given.
   */
  countries?: Array<Country>,
  /**
   * Only creditors in these roles; all if none is given.
   */
  roles?: Array<CreditorRole>,
  /**
   * Only these channels; all if none is given.
   */
  channels?: Array<Channel>,
  /**
   * Only debtors who are natural persons.
   */
  naturalPersonsOnly?: boolean,
  /**
   * Only debts of consumers.
   */
  consumersOnly?: boolean,
  /**
   * How often such a debtor may be called about an item; no limit if not given.
   */
  calls?: CallLimit | null,
  /**
   * How sure the source is: `sourced` or `unconfirmed`.
   */
  confidence?: string | null,
};

/**
 * Who is to be approached, and how.
 */
export type ContactSetting = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The zones in which the debtor may be, by IANA names: contact must be allowed in all.
   */
  zones: Array<string>,
  /**
   * The debtor's country.
   */
  country: Country,
  /**
   * True if the debtor is a natural person.
   */
  naturalPerson: boolean,
  /**
   * True if the debt is that of a consumer.
   */
  consumer: boolean,
  /**
   * The creditor's role; `FirstParty` if not given.
   */
  role?: CreditorRole | null,
};

/**
 * A span in which a debtor may be approached.
 */
export type ContactSpan = {
  /**
   * Its first instant.
   */
  since: Moment,
  /**
   * The instant after its last.
   */
  until: Moment,
};

/**
 * A rule that does not allow contact at an instant.
 */
export type ContactStop = {
  /**
   * The rule.
   */
  rule: string,
  /**
   * Where the rule comes from.
   */
  source: string,
  /**
   * Why.
   */
  why: ContactWhy,
  /**
   * In which zone; none if no zone is given.
   */
  zone?: string | null,
};

/**
 * Why a rule does not allow contact at an instant.
 */
export type ContactWhy = {
  "type": "beforeHours",
  /**
   * When they begin, in minutes from midnight.
   */
  fromMinute: number,
} | {
  "type": "afterHours",
  /**
   * When they ended, in minutes from midnight.
   */
  untilMinute: number,
} | {
  "type": "closedWeekday",
  /**
   * The day of the week.
   */
  weekday: Weekday,
} | {
  "type": "closedDay",
  /**
   * The local day.
   */
  day: Day,
  /**
   * What it is.
   */
  name: string,
} | {
  "type": "tooManyCalls",
  /**
   * The item.
   */
  item: string,
  /**
   * How many calls are allowed.
   */
  atMost: number,
  /**
   * Within how many days in a row.
   */
  days: number,
} | {
  "type": "talkedAbout",
  /**
   * The item.
   */
  item: string,
  /**
   * The day of the conversation, on the debtor's clock.
   */
  on: Day,
} | {
  "type": "unknownCalendar",
  /**
   * Its name.
   */
  calendar: string,
} | {
  "type": "unknownZone",
};

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
 * A principal that costs are charged on.
 */
export type CostClaim = {
  /**
   * What is owed of it.
   */
  amount: Amount,
  /**
   * Its due day, where the law asks which came first.
   */
  due?: Day | null,
  /**
   * The contract, where the law asks which belong together.
   */
  contract?: string | null,
};

/**
 * What a law asks before it says what may be charged for being paid late.
 */
export type CostFacts = {
  /**
   * The schedule, of the policy or built in, such as `NL/collection_costs`.
   */
  schedule: string,
  /**
   * The currency of the claims.
   */
  currency: Currency,
  /**
   * The day on which the debtor was in default: the schedule that was in force then counts.
   */
  on: Day,
  /**
   * The principals.
   */
  claims: Array<CostClaim>,
  /**
   * Consumer, business or public body. Needed where the schedule tells them apart.
   */
  kind?: DebtorKind | null,
  /**
   * What was paid on the principals within the term of the notice: what is charged follows
   * from the rest.
   */
  paidInTerm?: Amount | null,
  /**
   * VAT in percent, if the creditor cannot deduct it and has declared so.
   */
  vatPercent?: Amount | null,
  /**
   * True if the contract has a clause on it.
   */
  agreed?: boolean,
  /**
   * True if each claim is reminded of by itself, though the law adds up those that are
   * reminded of together.
   */
  apart?: boolean,
  /**
   * How many reminders, demands or late payments it is charged for, for each claim; 1 if
   * not given.
   */
  count?: number | null,
  /**
   * The days of the reminders, in order, where the law asks for days between them.
   */
  remindedOn?: Array<Day>,
  /**
   * Days since the due day, where the law waits for some.
   */
  daysSinceDue?: number | null,
  /**
   * Further costs that are owed as damages, if some.
   */
  furtherCosts?: Amount | null,
};

/**
 * What is charged for.
 */
export type CostKind = "collectionCosts" | "fixedSum" | "reminder" | "demand" | "damages";

/**
 * Whether claims are added up before a schedule is asked.
 */
export type CostPer = "item" | "together";

/**
 * Why a law lets nothing be charged.
 */
export type CostRefusal = "notThisDebtor" | "notAgreed" | "tooEarly" | "nothingOwed" | "noNotice" | "termRuns" | "aboveLimit" | "noContractDate" | "oldContract" | "unknownLaw";

/**
 * What a law lets a creditor charge for being paid late, from a day on.
 */
export type CostSchedule = {
  /**
   * Its name, such as `NL/collection_costs`. Several may have the same, each for its days.
   */
  id: string,
  /**
   * What it is for.
   */
  what: CostKind,
  /**
   * The currency of the claims that it is for.
   */
  currency: Currency,
  /**
   * Whether claims are added up first.
   */
  per: CostPer,
  /**
   * Rows by amount, ascending.
   */
  tiers: Array<CostTier>,
  /**
   * The article of the law.
   */
  article: string,
  /**
   * Where it was read.
   */
  source: string,
  /**
   * How sure it is.
   */
  confidence: Confidence,
  /**
   * The debtors that it is for; everybody if none is named.
   */
  kinds?: Array<DebtorKind>,
  /**
   * Its first day; not known if not given.
   */
  since?: Day | null,
  /**
   * Its last day; until further notice if not given.
   */
  until?: Day | null,
  /**
   * The currency of what is charged, if it is another than that of the claims.
   */
  paidIn?: Currency | null,
  /**
   * True if each row takes its own part of the amount and they are added up; else the
   * highest row that is reached counts alone.
   */
  accumulated?: boolean,
  /**
   * No less than this, if anything is owed.
   */
  minimum?: Amount | null,
  /**
   * No more than this.
   */
  maximum?: Amount | null,
  /**
   * True if a creditor who cannot deduct VAT may add it, having declared so.
   */
  vat?: boolean,
  /**
   * True if it is owed only where the contract says so; then it is the most that may be
   * agreed.
   */
  agreed?: boolean,
  /**
   * True if it is owed without any reminder.
   */
  withoutNotice?: boolean,
  /**
   * True if it counts against further costs that are owed as damages.
   */
  credited?: boolean,
  /**
   * True if it is no charge, but the most that all charges together may be.
   */
  ceiling?: boolean,
  /**
   * How many of a claim are free of charge.
   */
  freeFirst?: number | null,
  /**
   * How many of a claim may be charged.
   */
  atMost?: number | null,
  /**
   * The fewest days from one that is charged to the next.
   */
  gapDays?: number | null,
  /**
   * Days after the due day before which it may not be charged.
   */
  afterDays?: number | null,
  /**
   * What less it is for claims of one contract that follow one another.
   */
  following?: FollowingClaims | null,
};

/**
 * What may be charged by a schedule.
 */
export type CostStatement = {
  /**
   * The schedule.
   */
  schedule: string,
  /**
   * The currency of what is charged.
   */
  currency: Currency,
  /**
   * Each charge: one for the claims together, or one for each claim, or for each reminder.
   */
  charges: Array<Amount>,
  /**
   * All of them, without VAT.
   */
  fee: Amount,
  /**
   * The VAT on it, if it was declared and the law knows it.
   */
  vat?: Amount | null,
  /**
   * With VAT.
   */
  total: Amount,
  /**
   * True if it is owed without any reminder.
   */
  withoutNotice?: boolean,
  /**
   * Of further costs what is owed beside it.
   */
  furtherPayable?: Amount | null,
  /**
   * Why nothing may be charged, if so.
   */
  refused?: CostRefusal | null,
  /**
   * The article.
   */
  article: string,
  /**
   * Where it was read.
   */
  source: string,
  /**
   * How sure it is.
   */
  confidence: Confidence,
};

/**
 * From an amount on.
 */
export type CostTier = {
  /**
   * The amount from which the row counts.
   */
  threshold: Amount,
  /**
   * True if the amount has to be above the threshold; else it suffices to reach it.
   */
  above?: boolean,
  /**
   * A fixed amount.
   */
  fixed?: Amount | null,
  /**
   * A percentage of the part above the threshold.
   */
  percent?: Amount | null,
};

/**
 * A call about a debt, as 12 CFR 1006.14(b) looks at it.
 */
export type CountedCall = {
  /**
   * The day on the consumer's clock.
   */
  day: Day,
  /**
   * The debt that it was about; none counts for every debt.
   */
  debt?: string | null,
  /**
   * True if the consumer was spoken to about the debt, whoever began.
   */
  conversation?: boolean,
  /**
   * True if the consumer called: it is no attempt of the collector.
   */
  inbound?: boolean,
  /**
   * True if it was not connected to the dialled number: not counted, (b)(3)(ii).
   */
  notConnected?: boolean,
  /**
   * True if the consumer had agreed to it directly within the seven days before, the day
   * of the consent being day one: not counted, (b)(3)(i).
   */
  withConsent?: boolean,
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
  /**
   * The items for which it does not carry out the step, which several items share: they
   * take it by other deliveries, since currencies, branches and recipients do not mix.
   */
  without?: Array<string>,
};

/**
 * An item that a promise or an arrangement covers.
 */
export type CoveredItem = {
  /**
   * The item.
   */
  item: string,
  /**
   * The part that is covered.
   */
  amount: Amount,
  /**
   * What was open when it was promised or proposed.
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
 * The advice on new orders.
 */
export type CreditAdvice = "normal" | "prepay" | "stop";

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
 * An amount in one currency.
 */
export type CurrencyAmount = {
  /**
   * The currency.
   */
  currency: Currency,
  /**
   * The amount.
   */
  amount: Amount,
};

/**
 * A calendar day without a time or a zone, between the years 1 and 9999.
 *
 * In JSON it is a string such as `"2026-03-01"`; a date with a time is refused.
 */
export type Day = string;

/**
 * How days become a part of the year.
 */
export type DayCount = "actual365" | "actual360" | "actualActual" | "thirty360" | "perPeriod" | "flat" | "actualYear" | "thirty360Bond" | "thirty360Us" | "thirtyE360Isda" | "thirtyEPlus360";

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
   * Time zones by IANA name, if several are known; hours must suit all of them. If none is
   * given, hours must suit all zones of the country.
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
  /**
   * When and by which channels the debtor wishes to be approached, such as "not on
   * Tuesdays". They hold beside the hours of the policy, for all contacts.
   */
  requests?: Array<ContactRule>,
};

/**
 * Where the debtor stands when the span is over.
 */
export type DebtorEnd = {
  /**
   * Messages and calls in the span.
   */
  contacts: number,
  /**
   * Items for which nothing is left to do.
   */
  closed: number,
  /**
   * Items that wait, or for which something goes out at the very end.
   */
  unsettled: number,
  /**
   * What is open of them, by currency, in the order of the items.
   */
  open: Array<OpenSum>,
  /**
   * The day of the last message or call, in the creditor's zone.
   */
  lastContact?: Day | null,
};

/**
 * What kind of debtor it is in law.
 */
export type DebtorKind = "consumer" | "business" | "publicBody";

/**
 * That another debtor became part of this one.
 */
export type DebtorMerge = {
  /**
   * The other debtor's id.
   */
  debtor: string,
  /**
   * The last entry of its journal, whose entries the host appends to this one: until it is
   * there, nothing goes out. None if it had no journal.
   */
  lastEntry?: string | null,
  /**
   * Free text.
   */
  text?: string | null,
};

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
   * The step that it has reached: its level.
   */
  level?: string | null,
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
 * A delivery that waits.
 */
export type Deferred = {
  /**
   * The delivery.
   */
  delivery: string,
  /**
   * Whose plan it is of.
   */
  creditor: string,
  /**
   * Whose plan it is of.
   */
  debtor: string,
  /**
   * The channel that is full.
   */
  channel: Channel,
  /**
   * The day for which it was planned.
   */
  day: Day,
  /**
   * What goes out by the channel on a day.
   */
  aDay: number,
  /**
   * The first day with room: plan the account again then.
   */
  until: Day,
};

/**
 * What a row of provider reports comes to.
 */
export type DeliveryState = {
  /**
   * How far it came; none if nothing was reported that is known.
   */
  status?: DeliveryStatus | null,
  /**
   * True if it arrived: what was read arrived.
   */
  delivered?: boolean,
  /**
   * True if it was opened.
   */
  read?: boolean,
  /**
   * Words that no table knows, each once.
   */
  unknown?: Array<string>,
};

/**
 * How far a message has come, from the least to the most.
 */
export type DeliveryStatus = "accepted" | "queued" | "sent" | "failed" | "delivered" | "read";

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
   * What becomes of the steps to come when it ends; `Resume` if not given.
   */
  onRelease?: OnRelease | null,
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
 * What a payload asks for, or all that is wrong with it.
 */
export type EpcAnswer = {
  "type": "read",
  /**
   * The transfer.
   */
  transfer: EpcTransfer,
} | {
  "type": "flawed",
  /**
   * What is wrong with it.
   */
  flaws: Array<Flaw>,
};

/**
 * The character set of an EPC QR code.
 */
export type EpcCharset = "utf8" | "latin1" | "latin2" | "latin4" | "cyrillic" | "greek" | "latin6" | "latin9";

/**
 * A transfer in euros that a QR code asks for.
 */
export type EpcTransfer = {
  /**
   * The name of who is paid, 1 to 70 characters.
   */
  name: string,
  /**
   * The account that is paid to; spaces do not count.
   */
  iban: string,
  /**
   * The amount in euros, 0.01 to 999999999.99, written with the decimals that it is given
   * with; the payer fills it in if there is none.
   */
  amount?: Amount | null,
  /**
   * A structured reference, up to 35 characters. One that begins with `RF` must be right.
   */
  reference?: string | null,
  /**
   * Free remittance text instead of a reference, up to 140 characters.
   */
  remittance?: string | null,
  /**
   * The bank's identifier, 8 or 11 characters.
   */
  bic?: string | null,
  /**
   * A purpose code, up to 4 letters or digits.
   */
  purpose?: string | null,
  /**
   * What the payer is told, up to 70 characters.
   */
  information?: string | null,
  /**
   * The version; 002 if not given.
   */
  version?: EpcVersion | null,
  /**
   * The character set; UTF-8 if not given.
   */
  charset?: EpcCharset | null,
};

/**
 * The version of an EPC QR code.
 */
export type EpcVersion = "v001" | "v002";

/**
 * What an error of a provider means for an address and its channel.
 */
export type ErrorClass = "success" | "hard" | "soft" | "temporary" | "unreachable" | "optedOut" | "frequencyCap" | "pairRate" | "throttle" | "outsideWindow" | "experiment" | "countryRestricted" | "senderRestricted" | "accountStopped" | "accountUnpaid" | "sender" | "content";

/**
 * What a code of a provider means: a row of a table.
 */
export type ErrorCode = {
  /**
   * The provider or protocol: `whatsapp`, `twilio`, `smtp`, or a name of the host's.
   */
  platform: string,
  /**
   * The code as text; of SMTP an enhanced status such as `5.1.1`, or its beginning.
   */
  code: string,
  /**
   * What it means.
   */
  meaning: ErrorClass,
  /**
   * The first day on which it means this; none if it always did.
   */
  begins?: Day | null,
  /**
   * Who says so.
   */
  source?: string | null,
};

/**
 * What happened. Names and addresses never stand in an event, and free text only in fields
 * called `text`, which `redact` empties.
 */
export type Event = {
  "type": "proposed",
  /**
   * Which.
   */
  proposal: Proposal,
} | {
  "type": "approved",
  /**
   * Which, as it stood.
   */
  approval: Approval,
} | {
  "type": "rejected",
  /**
   * Which, and why.
   */
  rejection: Rejection,
} | {
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
  "type": "called",
  /**
   * What came of it.
   */
  called: CallMade,
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
  "type": "inbound",
  /**
   * The message.
   */
  message: InboundMessage,
} | {
  "type": "inboundAnswered",
  /**
   * Which.
   */
  answer: InboundAnswer,
} | {
  "type": "receiptSent",
  /**
   * The receipt.
   */
  receipt: AutomaticReceipt,
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
} | {
  "type": "stopped",
  /**
   * Why, and from when.
   */
  stopping: Stopping,
} | {
  "type": "stopEnded",
  /**
   * Which.
   */
  ending: StopEnding,
} | {
  "type": "questionAsked",
  /**
   * The question.
   */
  question: Question,
} | {
  "type": "questionAnswered",
  /**
   * Which.
   */
  answer: QuestionAnswer,
} | {
  "type": "levelSet",
  /**
   * The new level.
   */
  level: LevelMade,
} | {
  "type": "scenarioMoved",
  /**
   * Where it stands now.
   */
  level: LevelMade,
} | {
  "type": "charged",
  /**
   * Which, and how much of it.
   */
  booking: ChargeBooking,
} | {
  "type": "waived",
  /**
   * Which, and why.
   */
  waiver: ChargeWaiver,
} | {
  "type": "arrangementProposed",
  /**
   * The terms, and what was open when they were proposed.
   */
  arrangement: ArrangementMade,
} | {
  "type": "arrangementAccepted",
  /**
   * Which, and what was open.
   */
  acceptance: ArrangementAcceptance,
} | {
  "type": "arrangementEnded",
  /**
   * Which, and how.
   */
  ending: ArrangementEnding,
} | {
  "type": "undone",
  /**
   * Which, and why.
   */
  undone: Undoing,
} | {
  "type": "debtorMerged",
  /**
   * Which.
   */
  merge: DebtorMerge,
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
  /**
   * The rule on contact that stands against it.
   */
  rule?: string | null,
  /**
   * Where that rule comes from.
   */
  source?: string | null,
  /**
   * What a message on it would cost, if that stands against it.
   */
  cost?: ExpectedCost | null,
};

/**
 * Why a channel cannot be used.
 */
export type ExcludedWhy = "noAddress" | "noConsent" | "blocked" | "gap" | "attemptFailed" | "addressDead" | "optedOut" | "wrongPerson" | "noHours" | "noTemplate" | "collectsForOthers" | "templateBlocked" | "aboveCostLimit" | "capped" | "costUnknown";

/**
 * What a message is expected to cost the creditor.
 */
export type ExpectedCost = {
  /**
   * The price, exact: it may have more decimals than the currency.
   */
  amount: Amount,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The category by which the platform charges the message, where that is known.
   */
  category?: MessageCategory | null,
  /**
   * The most that it may cost, if there is a limit.
   */
  limit?: Amount | null,
};

/**
 * The story of an item, in a language.
 */
export type Explanation = {
  /**
   * The item.
   */
  item: string,
  /**
   * The moment it was told for.
   */
  now: Moment,
  /**
   * The language: `nl`, `en`, `de` or `fr`.
   */
  language: string,
  /**
   * All of it: the paragraphs, with an empty line between them.
   */
  text: string,
  /**
   * The same, taken apart.
   */
  paragraphs: Array<Paragraph>,
};

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
   * The channel by which it did not arrive, of a delivery that went out by several; all of
   * them if not given. The delivery has failed once each of its channels has.
   */
  channel?: Channel | null,
  /**
   * What it means for the address, as `error_class` tells of a provider's code. After `Hard`
   * the address is used no more until it has another id or fingerprint, after `OptedOut`
   * the contact's channel until a later consent; the rest counts for its own steps only.
   */
  meaning?: ErrorClass | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * A fee in one currency: fixed plus percent, or tiers; then the minimum and maximum.
 */
export type FeeAmount = {
  /**
   * The currency.
   */
  currency: Currency,
  /**
   * A fixed amount.
   */
  fixed?: Amount | null,
  /**
   * A percentage.
   */
  percent?: Amount | null,
  /**
   * Rows by amount, ascending; none of the two above then. Below the first there is no
   * fee.
   */
  tiers?: Array<FeeTier>,
  /**
   * No less than this. An item below the first tier has no fee all the same.
   */
  minimum?: Amount | null,
  /**
   * No more than this.
   */
  maximum?: Amount | null,
};

/**
 * How tiers are used.
 */
export type FeeBands = "single" | "accumulated";

/**
 * What a percentage is of. What is disputed is never part of it.
 */
export type FeeBase = "residual" | "original";

/**
 * A fee that steps name. Only overdue items bear it; an item that replaces a charge never
 * does. It is the house's own, or what a law gives: then it follows a schedule.
 */
export type FeeRule = {
  /**
   * Its id.
   */
  id: string,
  /**
   * How much, by currency; none if the fee follows a schedule. In a currency without an
   * entry there is no fee, and a finding says so.
   */
  amounts: Array<FeeAmount>,
  /**
   * For each item of the step, or once for the message whose leading step names it; `Item`
   * if not given.
   */
  per?: ChargePer | null,
  /**
   * The kinds of items that bear it; invoices and scheduled parts if none is named.
   */
  kinds?: Array<ItemKind>,
  /**
   * What percentages and tiers are worked out on; `Residual` if not given.
   */
  of?: FeeBase | null,
  /**
   * Whether earlier fees of the items that may be asked for and are not booked yet are
   * added to that.
   */
  withEarlierFees?: boolean,
  /**
   * How tiers are used; `Single` if not given.
   */
  bands?: FeeBands | null,
  /**
   * When it may be asked for; `WithMessage` if not given.
   */
  claim?: ChargeClaim | null,
  /**
   * VAT on the fee, in percent, to the nearest smallest unit; none if not given.
   */
  vatPercent?: Amount | null,
  /**
   * How it is rounded, once, at the end.
   */
  rounding?: Rounding | null,
  /**
   * The schedule of costs by law that it follows, such as `NL/collection_costs`, of the
   * policy or built in, instead of amounts of its own. What the law forbids to charge the
   * debtor is not charged, and a finding says why. The schedule says whether items are
   * added up, and `claims` what it asks about VAT and clauses.
   */
  schedule?: string | null,
};

/**
 * The fee from an amount on.
 */
export type FeeTier = {
  /**
   * From this amount on, inclusive.
   */
  threshold: Amount,
  /**
   * A fixed amount.
   */
  fixed?: Amount | null,
  /**
   * A percentage: of the whole amount if bands are single, else of the part in this band.
   */
  percent?: Amount | null,
  /**
   * No less than this in this band.
   */
  minimum?: Amount | null,
  /**
   * No more than this in this band.
   */
  maximum?: Amount | null,
};

/**
 * Whose figures on reach say most.
 */
export type FiguresOf = "debtor" | "segment" | "all" | "nobody";

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
  "type": "beforeCalendar",
  /**
   * The calendar.
   */
  calendar: string,
  /**
   * The first day it knows.
   */
  knownSince: Day,
} | {
  "type": "closedDaysUnknown",
  /**
   * The rule.
   */
  rule: string,
  /**
   * When the action goes out.
   */
  at: Moment,
} | {
  "type": "noPresumption",
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The days from sending to the day on which it was taken as received.
   */
  days: number,
} | {
  "type": "longTerm",
  /**
   * The last day that was agreed.
   */
  agreedUntil: Day,
  /**
   * The days after which a term is long.
   */
  mostDays: number,
} | {
  "type": "unanswered",
  /**
   * The entry of the question.
   */
  question: string,
  /**
   * The day it was asked.
   */
  askedOn: Day,
} | {
  "type": "noFee",
  /**
   * The rule of the policy, by its id.
   */
  rule: string,
  /**
   * The currency.
   */
  currency: Currency,
} | {
  "type": "chargeForbidden",
  /**
   * The rule of the policy, by its id.
   */
  rule: string,
  /**
   * Why.
   */
  why: CostRefusal,
  /**
   * The article of the law.
   */
  article: string,
  /**
   * The day from which on it may be charged, if that is known.
   */
  possibleOn?: Day | null,
} | {
  "type": "receiptUnknown",
  /**
   * The channel.
   */
  channel: Channel,
} | {
  "type": "costUnknown",
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The country of the recipient.
   */
  country: Country,
  /**
   * The category by which the platform charges it, where that is known.
   */
  category?: MessageCategory | null,
} | {
  "type": "senderUnknown",
  /**
   * The senders, by their ids.
   */
  senders: Array<string>,
  /**
   * The channel.
   */
  channel: Channel,
} | {
  "type": "noRate",
  /**
   * The rule of the policy, by its id.
   */
  rule: string,
  /**
   * The last day without a rate.
   */
  until: Day,
} | {
  "type": "renegotiated",
  /**
   * The entry of the promise.
   */
  promise: string,
  /**
   * The entry of the newer one.
   */
  by: string,
} | {
  "type": "rateUnknown",
  /**
   * The rule, by its id.
   */
  rule: string,
  /**
   * The first day without a rate.
   */
  since: Day,
} | {
  "type": "rateAssumed",
  /**
   * The rule, by its id.
   */
  rule: string,
  /**
   * The first day on which it is only assumed.
   */
  since: Day,
  /**
   * The rate, in percent.
   */
  percent: Amount,
} | {
  "type": "unmatched",
  /**
   * The entry.
   */
  entry: string,
};

/**
 * Where an item begins that was never reminded.
 */
export type FirstRun = {
  "type": "firstStep",
} | {
  "type": "matchingStep",
} | {
  "type": "mostSevere",
} | {
  "type": "reanchor",
  /**
   * The day, in the creditor's zone: usually that on which dunning begins.
   */
  on: Day,
};

/**
 * One thing that is wrong with a value.
 *
 * Numbers of characters and bytes are told, never the value itself: it may be personal.
 */
export type Flaw = {
  /**
   * Which field, as in `creditor.name`.
   */
  path: string,
  /**
   * What is wrong with it.
   */
  kind: FlawKind,
  /**
   * What was found: a count, a character, a code.
   */
  found?: string | null,
  /**
   * What is allowed: a count, a range, a list of codes.
   */
  expected?: string | null,
};

/**
 * What is wrong with a value.
 */
export type FlawKind = "missing" | "unwanted" | "length" | "character" | "form" | "checksum" | "amount" | "exclusive" | "mismatch" | "tooLarge" | "unknown";

/**
 * Small claims of one contract that are reminded of one by one: the first bears all, those
 * that fall due within some months of it less.
 */
export type FollowingClaims = {
  /**
   * The months from the due day of the first.
   */
  months: number,
  /**
   * What those that follow bear, in percent of the charge.
   */
  percent: Amount,
  /**
   * No more than this.
   */
  maximum: Amount,
  /**
   * The largest claim that it is for.
   */
  upTo: Amount,
  /**
   * How sure it is.
   */
  confidence: Confidence,
};

/**
 * When and how a step would be taken.
 */
export type ForeseenStep = {
  /**
   * The day, in the creditor's zone.
   */
  on: Day,
  /**
   * The instant.
   */
  at: Moment,
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The contact.
   */
  contact: string,
  /**
   * What would be asked for the item, in its currency, without charges.
   */
  amount: Amount,
  /**
   * Fees and interest of the item that would be to be paid with it, if any.
   */
  charges?: Amount | null,
};

/**
 * How the debtor is addressed.
 */
export type Formality = "formal" | "informal";

/**
 * A reference that stands in a text.
 */
export type FoundReference = {
  /**
   * The reference.
   */
  reference: PaymentReference,
  /**
   * The words of the text that it was read from.
   */
  found: string,
};

/**
 * What goes into one message. Currencies never mix.
 */
export type Grouping = "account" | "party" | "recipient" | "step" | "item";

/**
 * What another system sent in the past.
 */
export type HistoryImport = {
  /**
   * The sendings, each with its item, step and day.
   */
  levels: Array<LevelImport>,
};

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
  "type": "handedOver",
  /**
   * The entry that says so.
   */
  stop: string,
  /**
   * Who collects, by the host's id.
   */
  to: string,
  /**
   * Its first day.
   */
  begins: Day,
  /**
   * Who recorded it.
   */
  actor: string,
  /**
   * Its last day; open if none.
   */
  until?: Day | null,
} | {
  "type": "insolvent",
  /**
   * The entry that says so.
   */
  stop: string,
  /**
   * The first day.
   */
  begins: Day,
  /**
   * Who recorded it.
   */
  actor: string,
  /**
   * The kind of proceeding, by the host's code.
   */
  proceeding?: string | null,
  /**
   * The last day; open if none.
   */
  until?: Day | null,
} | {
  "type": "deceased",
  /**
   * The entry that says so.
   */
  stop: string,
  /**
   * The first day.
   */
  begins: Day,
  /**
   * Who recorded it.
   */
  actor: string,
  /**
   * The last day; open if none.
   */
  until?: Day | null,
} | {
  "type": "withdrawn",
  /**
   * The entry that says so.
   */
  stop: string,
  /**
   * The first day.
   */
  begins: Day,
  /**
   * Who recorded it.
   */
  actor: string,
  /**
   * The reason code given with it.
   */
  reason: string,
  /**
   * The last day; open if none.
   */
  until?: Day | null,
} | {
  "type": "arranged",
  /**
   * The entry that proposed the arrangement.
   */
  arrangement: string,
  /**
   * Kept, waiting for bank data, or behind.
   */
  why: ArrangedWhy,
  /**
   * The part of the item that rests.
   */
  amount: Amount,
  /**
   * The day of the last instalment.
   */
  until: Day,
  /**
   * The day of the next instalment; none once all days have passed.
   */
  next?: Day | null,
} | {
  "type": "questioned",
  /**
   * The entry of the question.
   */
  question: string,
  /**
   * The reason code given with it.
   */
  reason: string,
  /**
   * The day it was asked.
   */
  askedOn: Day,
  /**
   * The last day on which it pauses the item.
   */
  until: Day,
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
  "type": "belowMinimum",
  /**
   * The step that would be taken.
   */
  step: string,
  /**
   * What is due together.
   */
  total: Amount,
  /**
   * The least that is asked for; none if the currency is never dunned.
   */
  minimum?: Amount | null,
} | {
  "type": "rejected",
  /**
   * The entry that says so.
   */
  entry: string,
  /**
   * The step.
   */
  step: string,
  /**
   * The reason code given with it.
   */
  reason: string,
  /**
   * Who rejected it.
   */
  actor: string,
  /**
   * The last day for which it holds; open if none.
   */
  until?: Day | null,
} | {
  "type": "legalData",
  /**
   * The step.
   */
  step: string,
  /**
   * The notice, by its name.
   */
  notice: string,
} | {
  "type": "awaitingApproval",
  /**
   * The step.
   */
  step: string,
  /**
   * In what way.
   */
  why: ApprovalWhy,
  /**
   * The entry that proposed or approved it, if one did.
   */
  entry?: string | null,
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
  "type": "window",
  /**
   * The step.
   */
  step: string,
  /**
   * The first instant that all rules allow.
   */
  at: Moment,
  /**
   * The rules that moved it, each reason once.
   */
  movedBy: Array<ContactStop>,
} | {
  "type": "capped",
  /**
   * The step.
   */
  step: string,
  /**
   * How many contacts are allowed.
   */
  atMost: number,
  /**
   * Within how many days in a row, on the debtor's clock.
   */
  days: number,
  /**
   * The channel whose contacts count; all if none is named.
   */
  channel?: Channel | null,
  /**
   * The item, if contacts are counted by item.
   */
  item?: string | null,
  /**
   * The first instant of the day on which this ends.
   */
  until: Moment,
} | {
  "type": "called",
  /**
   * In what way.
   */
  why: CalledWhy,
  /**
   * The step.
   */
  step: string,
  /**
   * The entry of the last attempt.
   */
  entry: string,
  /**
   * How many calls of the step did not reach the debtor.
   */
  attempts: number,
  /**
   * The first instant of the day on which this ends.
   */
  until: Moment,
} | {
  "type": "replied",
  /**
   * The message.
   */
  inbound: string,
  /**
   * In what way.
   */
  why: RepliedWhy,
  /**
   * When it was received.
   */
  receivedAt: Moment,
  /**
   * The last day on which it holds the item; none if it ends only by a person.
   */
  until?: Day | null,
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
 * A day that is no business day, besides the weekend.
 */
export type Holiday = {
  /**
   * The day.
   */
  day: Day,
  /**
   * Its name in English; none if only the host knows it.
   */
  name?: string | null,
  /**
   * How it came about.
   */
  kind: HolidayKind,
  /**
   * The law or decree, or the source of the host's calendar.
   */
  source: string,
};

/**
 * How a holiday came about.
 */
export type HolidayKind = "statutory" | "substitute" | "decreed" | "own";

/**
 * The holidays of a calendar in a year.
 */
export type HolidayYear = {
  /**
   * The calendar.
   */
  calendar: string,
  /**
   * The year.
   */
  year: number,
  /**
   * The holidays, by day; also those that fall on a weekend, if no law moves them.
   */
  holidays: Array<Holiday>,
  /**
   * Told if the year is not known as a whole.
   */
  findings?: Array<Finding>,
  /**
   * The version of the built-in calendars.
   */
  data: string,
};

/**
 * A bank account number whose length and check digits are right.
 */
export type Iban = {
  /**
   * Without spaces, as a payment order holds it.
   */
  value: string,
  /**
   * In groups of four, as it is printed.
   */
  printed: string,
  /**
   * The country of the account.
   */
  country: Country,
  /**
   * True if the country is in the European Economic Area: no BIC is needed.
   */
  eea: boolean,
  /**
   * True for a Swiss QR-IBAN: its institute is one of 30000 to 31999.
   */
  qrIban: boolean,
  /**
   * Which references a Swiss QR-bill to this account may have; empty elsewhere.
   */
  swissReferences: Array<SwissReferenceType>,
};

/**
 * A bank account number, or all that is wrong with it.
 */
export type IbanAnswer = {
  "type": "valid",
  /**
   * The number.
   */
  iban: Iban,
} | {
  "type": "flawed",
  /**
   * What is wrong with it.
   */
  flaws: Array<Flaw>,
};

/**
 * What a payment pays.
 */
export type Imputation = {
  /**
   * The part of each claim that it pays, in the order in which it pays them.
   */
  parts: Array<ImputedPart>,
  /**
   * What is open afterwards, in the order in which the claims were given.
   */
  open: Array<OpenClaim>,
  /**
   * What is left of the payment when all is paid.
   */
  unallocated: Amount,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The article that says so.
   */
  article: string,
};

/**
 * What a payment pays of a claim.
 */
export type ImputedPart = {
  /**
   * The claim.
   */
  claim: string,
  /**
   * Of its costs.
   */
  costs: Amount,
  /**
   * Of its interest.
   */
  interest: Amount,
  /**
   * Of its principal.
   */
  principal: Amount,
};

/**
 * Money that came in, and what the payer said about it.
 */
export type ImputedPayment = {
  /**
   * How much, from zero upwards.
   */
  amount: Amount,
  /**
   * The currency of all amounts, also those of the claims.
   */
  currency: Currency,
  /**
   * The country whose law says what a payment pays.
   */
  law: Country,
  /**
   * The day from which it counts: claims that are due by then come before the others. All
   * are taken as due if it is not given.
   */
  on?: Day | null,
  /**
   * The claims that the payer chose, in order.
   */
  chosen?: Array<string>,
};

/**
 * That a person answered a message.
 */
export type InboundAnswer = {
  /**
   * The message.
   */
  inbound: string,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * A message from the debtor. When it was received is the time of its entry; what it says
 * stays with the host, only a reference to it is kept.
 */
export type InboundMessage = {
  /**
   * The host's id; a message that is reported twice counts once.
   */
  id: string,
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * What the debtor wants, as the host understood it.
   */
  intent: Intent,
  /**
   * Who wrote; if not given, the contact of the delivery that it answers.
   */
  contact?: string | null,
  /**
   * The address it came from; `record` fills in the contact's on this channel.
   */
  address?: AddressRef | null,
  /**
   * The items it is about; all if none is named.
   */
  items?: Array<string>,
  /**
   * The delivery that it answers.
   */
  delivery?: string | null,
  /**
   * Where the host keeps the message: an id, never the words.
   */
  body?: string | null,
};

/**
 * One instalment of an arrangement. Its number is its place in the list, from 1.
 */
export type Instalment = {
  /**
   * The day on which it is due, in the creditor's zone.
   */
  date: Day,
  /**
   * Its amount.
   */
  amount: Amount,
};

/**
 * One instalment in a message.
 */
export type InstalmentLine = {
  /**
   * The arrangement.
   */
  arrangement: string,
  /**
   * The number of the instalment, from 1.
   */
  number: number,
  /**
   * The step that it takes with this message.
   */
  step: string,
  /**
   * The day on which it is due.
   */
  date: Day,
  /**
   * Its amount.
   */
  amount: Amount,
  /**
   * What is not paid of it.
   */
  unpaid: Amount,
};

/**
 * One reminder of an instalment.
 */
export type InstalmentStep = {
  /**
   * Its id.
   */
  id: string,
  /**
   * Calendar days from the day of the instalment; negative before it.
   */
  offsetDays: number,
  /**
   * The channels, in order: the first that can be used.
   */
  channels: Array<Channel>,
  /**
   * The host's name of the template.
   */
  template?: string | null,
  /**
   * Hours after sending during which a reported failure makes the next channel be tried;
   * 48 if not given.
   */
  fallbackHours?: number | null,
};

/**
 * What a debtor wants.
 */
export type Intent = {
  "type": "paidAlready",
  /**
   * The day of the payment, if it was named.
   */
  on?: Day | null,
} | {
  "type": "willPay",
  /**
   * The day, if it was named.
   */
  on?: Day | null,
} | {
  "type": "wantsInstalments",
} | {
  "type": "disputes",
} | {
  "type": "invoiceMissing",
} | {
  "type": "wrongPerson",
} | {
  "type": "stop",
} | {
  "type": "question",
} | {
  "type": "other",
};

/**
 * Which items bear an agreed interest. Conditions that are not given fit every item.
 */
export type InterestChoice = {
  /**
   * The rule on interest, by its id.
   */
  rule: string,
  /**
   * The kinds of debtor.
   */
  kinds?: Array<DebtorKind>,
  /**
   * Marks of the item, of which it has at least one.
   */
  tags?: Array<string>,
};

/**
 * A rate of interest from a day on.
 */
export type InterestRate = {
  /**
   * Its first day.
   */
  begins: Day,
  /**
   * The rate in percent: of a year, of a period with `PerPeriod`, once with `Flat`.
   */
  percent: Amount,
  /**
   * The days of a period, with `PerPeriod` only.
   */
  periodDays?: number | null,
};

/**
 * Interest that steps or claims name: on what is asked for, from the day after the due day.
 * A grace delays steps, not interest.
 */
export type InterestRule = {
  /**
   * Its id.
   */
  id: string,
  /**
   * The agreed rates, ascending by their first day; none if the rule follows a series. Days
   * before the first bear no interest, and a finding says so.
   */
  rates: Array<InterestRate>,
  /**
   * How days become a part of the year; `Actual365` if not given.
   */
  dayCount?: DayCount | null,
  /**
   * Interest below this is not charged; by currency, none if not given.
   */
  minimums?: Array<CurrencyAmount>,
  /**
   * Whether the minimum is compared with the interest of an item or of the message; `Item`
   * if not given.
   */
  minimumPer?: ChargePer | null,
  /**
   * Whether fees that the host booked bear interest too: items of kind `Charge`, each from
   * the day after its own due day.
   */
  onFees?: boolean,
  /**
   * How it is rounded, for each item.
   */
  rounding?: Rounding | null,
  /**
   * When it is rounded; `Total` if not given.
   */
  roundingPoint?: RoundingPoint | null,
  /**
   * The series of rates that it follows, such as `NL/statutory_commercial`, of the policy
   * or built in, instead of rates of its own. Days that the series does not know bear no
   * interest, and a finding says so.
   */
  series?: string | null,
  /**
   * Points added to each rate of the series: `8.00` above a reference rate.
   */
  margin?: Amount | null,
  /**
   * True if days after the last known rate of the series bear that rate; a finding says so.
   */
  assumeLastRate?: boolean,
  /**
   * Which rate a day bears; `Variable` if not given.
   */
  fixing?: RateFixing | null,
  /**
   * Whether interest bears interest; `Simple` if not given.
   */
  compounding?: Compounding | null,
  /**
   * True if what is paid bears no interest on the day of its payment.
   */
  paymentDayFree?: boolean,
  /**
   * True if the day up to which a claim is stated bears no interest.
   */
  lastDayFree?: boolean,
};

/**
 * A span of days with one rate of interest.
 */
export type InterestSegment = {
  /**
   * Its first interest-bearing day.
   */
  begins: Day,
  /**
   * Its last.
   */
  until: Day,
  /**
   * Its days, as the day count counts them.
   */
  days: number,
  /**
   * The rate, in percent.
   */
  percent: Amount,
  /**
   * The interest of the span. Spans are rounded so that they add up to the total.
   */
  interest: Amount,
  /**
   * What bears it, if that is not what the statement as a whole is about: interest of
   * earlier years joined it.
   */
  principal?: Amount | null,
  /**
   * Where the rate stands, if it is one of a series.
   */
  source?: string | null,
  /**
   * True if the series does not know the rate: the last known one is assumed to go on.
   */
  assumed?: boolean,
};

/**
 * The interest of one item over a span of days.
 */
export type InterestStatement = {
  /**
   * The item.
   */
  item: string,
  /**
   * The rule of the policy, by its id.
   */
  rule: string,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * What bears interest: what is open.
   */
  principal: Amount,
  /**
   * The spans, in order. Days before the first rate bear no interest and stand in none.
   */
  segments: Array<InterestSegment>,
  /**
   * The interest, rounded where the rule says.
   */
  total: Amount,
  /**
   * The principal and the interest.
   */
  withPrincipal: Amount,
  /**
   * The last day before the first rate that would have borne interest, if the span began
   * before the rates do.
   */
  noRateUntil?: Day | null,
  /**
   * The first day from which on the rate is not known: it and some of the days after it
   * bear none.
   */
  rateUnknownSince?: Day | null,
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
   * The item that this credit belongs to; of a charge, the item that it was made for.
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
 * Where an item stands when the span is over.
 */
export type ItemEnd = {
  /**
   * What is open, in the item's currency.
   */
  open: Amount,
  /**
   * Act, wait or closed.
   */
  outcome: Outcome,
  /**
   * Why it waits.
   */
  holds: Array<Hold>,
  /**
   * The last step taken in the span, if there was one.
   */
  lastStep?: string | null,
};

/**
 * What an item is.
 */
export type ItemKind = "invoice" | "scheduledPart" | "creditNote" | "unappliedPayment" | "charge";

/**
 * A keyword in a message of the debtor.
 */
export type Keyword = {
  /**
   * The word, in small letters.
   */
  word: string,
  /**
   * What it asks for.
   */
  action: KeywordAction,
};

/**
 * What a keyword asks for.
 */
export type KeywordAction = "optOut" | "optIn" | "help" | "askPerson";

/**
 * What ends an arrangement that is not kept.
 */
export type Lapse = {
  "type": "byHand",
} | {
  "type": "automatic",
  /**
   * The days; with 0 on the first day after the grace.
   */
  afterDays: number,
};

/**
 * The least amount of an instalment.
 */
export type LeastInstalment = {
  /**
   * The currency.
   */
  currency: Currency,
  /**
   * The least amount.
   */
  amount: Amount,
};

/**
 * How long a period is.
 */
export type Length = {
  "type": "days",
  /**
   * How many.
   */
  days: number,
} | {
  "type": "weeks",
  /**
   * How many.
   */
  weeks: number,
} | {
  "type": "months",
  /**
   * How many.
   */
  months: number,
} | {
  "type": "years",
  /**
   * How many.
   */
  years: number,
} | {
  "type": "businessDays",
  /**
   * How many.
   */
  days: number,
};

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
   * How it was sent, if it was: then it counts as a contact of that day.
   */
  channel?: Channel | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * Where an item stands from a moment on, whatever was sent before.
 */
export type LevelMade = {
  /**
   * The item.
   */
  item: string,
  /**
   * The scenario that it follows.
   */
  scenario: string,
  /**
   * The version of that scenario.
   */
  scenarioVersion: number,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * The day on which the step counts as reached, in the creditor's zone.
   */
  reachedOn: Day,
  /**
   * The step that counts as reached; none before the first.
   */
  step?: string | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * What has a level.
 */
export type LevelOf = "item" | "debtor" | "debtorAndCurrency";

/**
 * A new level for an item, up or down.
 */
export type LevelSetting = {
  /**
   * The item.
   */
  item: string,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * The step that counts as reached from now on; none to begin before the first step.
   */
  step?: string | null,
  /**
   * The scenario; the one that the item follows if not given.
   */
  scenario?: string | null,
  /**
   * The version; the one that the item follows, or the highest of another scenario, if not
   * given.
   */
  scenarioVersion?: number | null,
  /**
   * The day on which the step counts as reached, in the creditor's zone; the day of the
   * setting if not given.
   */
  reachedOn?: Day | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * How much goes out on a day, over all accounts.
 */
export type Limits = {
  /**
   * The zone whose days count, by its IANA name.
   */
  zone: string,
  /**
   * Messages or calls a day.
   */
  channels: Array<ChannelLimit>,
  /**
   * What went out already, or is queued.
   */
  used?: Array<ChannelUse>,
  /**
   * What goes first, the first reason before the others; if nothing tells two actions
   * apart, or nothing is given, they go in the order of the plans.
   */
  priority?: Array<CapacityPriority>,
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
  /**
   * Charges of this item, with VAT, that are to be paid with the message. Charges of the
   * message as a whole are in no line.
   */
  charges?: Amount | null,
};

/**
 * A link, or all that keeps it from being made.
 */
export type LinkAnswer = {
  "type": "made",
  /**
   * The address.
   */
  url: string,
} | {
  "type": "flawed",
  /**
   * What is wrong.
   */
  flaws: Array<Flaw>,
};

/**
 * A message, or all that keeps it from being made.
 */
export type MessageAnswer = {
  "type": "rendered",
  /**
   * The message.
   */
  message: RenderedMessage,
} | {
  "type": "refused",
  /**
   * What is wrong.
   */
  flaws: Array<TemplateFlaw>,
};

/**
 * By what a platform charges a message.
 */
export type MessageCategory = "service" | "utility" | "marketing" | "authentication";

/**
 * What messages cost the creditor, and what one may cost at the most. Everything is in one
 * currency: what is billed in another is entered at the house's own rate.
 */
export type MessageCosts = {
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The prices. Of several that fit, one that names the country counts before one that does
   * not, then one that names the category.
   */
  prices: Array<MessagePrice>,
  /**
   * The most that a message may cost, unless its step says otherwise; no limit if not given.
   */
  limit?: Amount | null,
  /**
   * What becomes of a channel for which there is no price; `Use` if not given.
   */
  unknown?: UnknownCost | null,
};

/**
 * What a host adds to a message, and chooses about it.
 */
export type MessageOptions = {
  /**
   * The language, whatever the contact's and the debtor's is.
   */
  language?: string | null,
  /**
   * The language for those whose own has no template, or who have none.
   */
  fallbackLanguage?: string | null,
  /**
   * How the debtor is addressed; `Formal` if not given.
   */
  formality?: Formality | null,
  /**
   * Pages on which the debtor can pay; the first that works is named.
   */
  links?: Array<PaymentLink>,
  /**
   * What a payment should carry; that of the item, or the numbers of the documents, if not
   * given.
   */
  reference?: string | null,
  /**
   * Where to pay; the creditor's first account if not given.
   */
  bankAccount?: BankAccount | null,
  /**
   * Who signs, above the creditor's name.
   */
  signatory?: string | null,
  /**
   * A number on which the creditor is called back.
   */
  phone?: string | null,
  /**
   * The host's templates: one with the name, language and channel of a built-in one takes
   * its place.
   */
  templates?: Array<MessageTemplate>,
};

/**
 * The price of a message.
 */
export type MessagePrice = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The price, exact: it may have more decimals than the currency. Nothing is `"0.00"`.
   */
  amount: Amount,
  /**
   * The category by which WhatsApp charges the message; all if not given.
   */
  category?: MessageCategory | null,
  /**
   * The countries in which the recipient is; all if none is named.
   */
  countries?: Array<Country>,
  /**
   * The first day of the price, in the creditor's zone.
   */
  begins?: Day | null,
  /**
   * Its last day.
   */
  until?: Day | null,
};

/**
 * What a message is for.
 */
export type MessagePurpose = "demand" | "agreement" | "thanks" | "receipt" | "script";

/**
 * A message with fields, in one language.
 *
 * The text is that of Jinja: `{{ field }}`, `{% if … %}`, `{% for … in … %}`, and
 * `{% include "part" %}` for the parts that come with the library.
 */
export type MessageTemplate = {
  /**
   * Its name: that of a step's `template` or `script`.
   */
  id: string,
  /**
   * The language, as BCP 47, such as `nl`.
   */
  language: string,
  /**
   * Its version, by the host; it stands in the journal with each message.
   */
  version: string,
  /**
   * The text. An empty line ends a paragraph.
   */
  text: string,
  /**
   * The channels it is for; all if none is named.
   */
  channels?: Array<Channel>,
  /**
   * The subject of an e-mail, a letter or a message in the portal.
   */
  subject?: string | null,
  /**
   * What it is for; `Demand` if not given.
   */
  purpose?: MessagePurpose | null,
  /**
   * The notice by law that it is, such as `nl_14_day_letter`.
   */
  legalNotice?: string | null,
  /**
   * What goes with it.
   */
  attachments?: Array<AttachmentKind>,
};

/**
 * The least to ask for in a currency.
 */
export type Minimum = {
  /**
   * The currency.
   */
  currency: Currency,
  /**
   * The sum of what is due together; 0 if not given.
   */
  amount?: Amount | null,
  /**
   * The share, in percent, of all that is open in the currency; 0 if not given.
   */
  percent?: number | null,
};

/**
 * Whether credits count in a minimum.
 */
export type MinimumBasis = "net" | "gross";

/**
 * What happens if a minimum is missed.
 */
export type MinimumMissed = "noMessage" | "lowerStep" | "lowerStepOrAgain";

/**
 * What must be due together for a message to go out.
 */
export type Minimums = {
  /**
   * By currency.
   */
  amounts: Array<Minimum>,
  /**
   * How the sum must compare; `AtLeast` if not given.
   */
  compare?: Compare | null,
  /**
   * Whether credits count; `Net` if not given.
   */
  basis?: MinimumBasis | null,
  /**
   * What holds for a currency that is not listed; `NoMinimum` if not given.
   */
  unlisted?: Unlisted | null,
  /**
   * What happens if it is missed; `NoMessage` if not given.
   */
  missed?: MinimumMissed | null,
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
 * What the ends of months have to do with an agreed period.
 */
export type MonthEnd = "after" | "before" | "kept";

/**
 * Which credits count against what is owed in the same currency.
 */
export type Netting = "whenDue" | "always" | "never" | "totalOnly" | "linked";

/**
 * The first instant at which a debtor may be approached.
 */
export type NextContact = {
  "type": "at",
  /**
   * The instant.
   */
  at: Moment,
  /**
   * The rules that moved it, each reason once, in the order in which they did.
   */
  movedBy: Array<ContactStop>,
  /**
   * Rules whose closed days are not known for its day.
   */
  beyond: Array<string>,
} | {
  "type": "never",
  /**
   * The rules that do not allow any.
   */
  movedBy: Array<ContactStop>,
};

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
export type NothingOwedWhy = "settled" | "credit" | "belowTolerance" | "awaitingAllocation" | "chargesLeft";

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
 * What a message is about that is no step.
 */
export type Occasion = {
  "type": "thanks",
  /**
   * What it paid.
   */
  thanks: ThankYou,
} | {
  "type": "promiseConfirmation",
  /**
   * The promise: the id of its entry.
   */
  promise: string,
} | {
  "type": "promiseBroken",
  /**
   * The promise: the id of its entry.
   */
  promise: string,
} | {
  "type": "receipt",
  /**
   * The receipt, as it was planned.
   */
  receipt: AutomaticReceipt,
};

/**
 * A message that is no step: about what, to whom, how and when.
 */
export type OccasionMessage = {
  /**
   * What it is about.
   */
  occasion: Occasion,
  /**
   * To whom.
   */
  contact: string,
  /**
   * By which channel.
   */
  channel: Channel,
  /**
   * When it is written.
   */
  at: Moment,
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
   * The calendar's id: one of `calendars`, or a built-in one such as `NL-ATW`.
   */
  calendar: string,
} | {
  "type": "endOfMonth",
  /**
   * How many; negative before the anchor.
   */
  days: number,
};

/**
 * What becomes of the steps to come when a block of the debtor or an item ends.
 */
export type OnRelease = "resume" | "shiftByBlockedDays";

/**
 * What becomes of the level of an item that was settled and is open again.
 */
export type OnReversal = "resumeLevel" | "startOver";

/**
 * What is open of a claim before a payment comes.
 */
export type OpenClaim = {
  /**
   * Its id.
   */
  id: string,
  /**
   * Costs.
   */
  costs: Amount,
  /**
   * Interest up to the payment.
   */
  interest: Amount,
  /**
   * The principal.
   */
  principal: Amount,
  /**
   * Its due day, where there are several claims.
   */
  due?: Day | null,
  /**
   * The yearly rate that it bears, in percent: the higher, the more onerous it is.
   */
  ratePercent?: Amount | null,
};

/**
 * What was open of an item.
 */
export type OpenItem = {
  /**
   * The item.
   */
  item: string,
  /**
   * What was open, in the item's currency.
   */
  open: Amount,
};

/**
 * What is open in a currency.
 */
export type OpenSum = {
  /**
   * The currency.
   */
  currency: Currency,
  /**
   * The sum.
   */
  open: Amount,
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
 * A part of a story.
 */
export type Paragraph = {
  /**
   * What it is about.
   */
  topic: Topic,
  /**
   * A heading.
   */
  title: string,
  /**
   * Its sentences, in order.
   */
  sentences: Array<string>,
};

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
 * How the debtor paid so far, with the figures that say so.
 */
export type Payer = {
  /**
   * The class.
   */
  payerClass: PayerClass,
  /**
   * The advice on new orders: by the same figures.
   */
  credit: CreditAdvice,
  /**
   * Where the figures come from.
   */
  source: PayerSource,
  /**
   * Invoices paid.
   */
  paid: number,
  /**
   * Of these, paid after their due day.
   */
  late: number,
  /**
   * The share paid late, in percent, rounded down.
   */
  latePercent: number,
  /**
   * The days late of those that were late, on average, rounded down.
   */
  averageDaysLate: number,
};

/**
 * How a debtor paid so far.
 */
export type PayerClass = "unknown" | "new" | "punctual" | "occasional" | "chronic";

/**
 * How payers are told apart. Shares are in percent of the invoices paid; days are the average
 * of those that were late.
 */
export type PayerRules = {
  /**
   * Invoices paid before anything is said; 3 if not given.
   */
  minInvoices?: number | null,
  /**
   * The largest share late of a punctual payer; 10 if not given.
   */
  punctualLatePercent?: number | null,
  /**
   * The most days late of a punctual payer; 7 if not given.
   */
  punctualDaysLate?: number | null,
  /**
   * The smallest share late of a chronic non-payer; 50 if not given.
   */
  chronicLatePercent?: number | null,
  /**
   * The fewest days late of a chronic non-payer; 14 if not given.
   */
  chronicDaysLate?: number | null,
  /**
   * The smallest share late from which a chronic non-payer gets nothing more; 80 if not
   * given. Below it the advice is prepayment.
   */
  stopLatePercent?: number | null,
  /**
   * The fewest days late from which a chronic non-payer gets nothing more; 30 if not
   * given.
   */
  stopDaysLate?: number | null,
  /**
   * How the first step of a punctual payer is taken; `Call` if not given.
   */
  punctualFirst?: PunctualFirst | null,
};

/**
 * Where the figures on a payer come from.
 */
export type PayerSource = "nothing" | "settledItems" | "history";

/**
 * The content of a QR code, or all that keeps it from being made.
 */
export type PayloadAnswer = {
  "type": "made",
  /**
   * The content.
   */
  payload: QrPayload,
} | {
  "type": "flawed",
  /**
   * What is wrong.
   */
  flaws: Array<Flaw>,
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
   * The arrangement that the debtor meant it for: it counts towards that one and no other,
   * whatever it is matched with.
   */
  arrangement?: string | null,
  /**
   * Set if the money went back: a returned direct debit, a chargeback.
   */
  reversed?: Reversal | null,
  /**
   * The items that the payer named, in order, for what is not matched yet: `claim` goes by
   * them before it goes by the law.
   */
  chosen?: Array<string>,
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
 * A page on which the debtor can pay, as the host's provider gave it.
 */
export type PaymentLink = {
  /**
   * The scheme, by the host's name: cards, a bank, a wallet.
   */
  scheme: string,
  /**
   * How it is called in a message. Schemes change their names, so it is never made up here.
   */
  label: string,
  /**
   * The address of the page, with `https`.
   */
  url: string,
  /**
   * The first instant at which it no longer works; none if it goes on working.
   */
  expiresAt?: Moment | null,
};

/**
 * Which links a message may show.
 */
export type PaymentLinks = {
  /**
   * Those that work, in the given order.
   */
  usable: Array<PaymentLink>,
  /**
   * Those that have expired.
   */
  expired: Array<PaymentLink>,
  /**
   * What is wrong with the others, with their place in the list.
   */
  flaws: Array<Flaw>,
};

/**
 * A structured reference with right check digits.
 */
export type PaymentReference = {
  /**
   * The scheme.
   */
  scheme: ReferenceScheme,
  /**
   * The reference without spaces or marks, as a payment order holds it.
   */
  value: string,
  /**
   * As it is printed on a letter.
   */
  printed: string,
  /**
   * What it was made of: all but check digits and length code.
   */
  payload: string,
  /**
   * The check digits; none in a Dutch reference of seven digits.
   */
  check?: string | null,
  /**
   * The length code of a Dutch reference of 9 to 14 digits.
   */
  lengthCode?: number | null,
  /**
   * Working of a Dutch check digit: the sum of the digits times their weights.
   */
  weightedSum?: number | null,
  /**
   * Working of a Dutch check digit: 11 less the rest of the sum divided by 11; 10 is
   * written 1, and 11 is written 0.
   */
  raw?: number | null,
};

/**
 * The law by which a period is counted. In all of them the day of the event does not count,
 * and the last day counts to its end.
 */
export type PeriodLaw = "germanCivilCode" | "dutchGeneralTerms" | "europeanUnion" | "unextended";

/**
 * A picture, or what keeps it from being drawn.
 */
export type PictureAnswer = {
  "type": "drawn",
  /**
   * The picture as SVG, one unit for a module, with a white margin of four.
   */
  svg: string,
} | {
  "type": "flawed",
  /**
   * What is wrong.
   */
  flaws: Array<Flaw>,
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
   * Automatic receipts to send now, each once.
   */
  receipts?: Array<AutomaticReceipt>,
  /**
   * How the debtor paid so far; told if settled items or a history were supplied, or if the
   * policy has rules on payers.
   */
  payer?: Payer | null,
  /**
   * What a person may do.
   */
  suggestions?: Array<Suggestion>,
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
  /**
   * The fees and interest that the journal knows of, as they stand, in the order in which
   * they were announced.
   */
  charges?: Array<Charge>,
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
 * A template as a platform has approved it.
 */
export type PlatformTemplate = {
  /**
   * The name by which the platform knows it.
   */
  name: string,
  /**
   * The language in which it was approved, as BCP 47.
   */
  language: string,
  /**
   * How the platform has classified it.
   */
  category: TemplateCategory,
  /**
   * The fields that fill its places, in order.
   */
  parameters?: Array<string>,
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
   * Calendars that business-day offsets name, besides those that are built in. One with the
   * id of a built-in calendar takes its place.
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
   * Days after its own due day during which a credit does not count yet; none if not given.
   * Only where credits count when due.
   */
  creditGraceDays?: number | null,
  /**
   * Open amounts up to this are not dunned, by currency; none if not given.
   */
  tolerances?: Array<Tolerance>,
  /**
   * How an open amount must compare with its tolerance to be dunned; `MoreThan` if not
   * given.
   */
  toleranceCompare?: Compare | null,
  /**
   * What is asked for of an item; `Residual` if not given.
   */
  amount?: AmountBasis | null,
  /**
   * What goes into one message; `Account` if not given.
   */
  grouping?: Grouping | null,
  /**
   * Days between contacts by one channel, where they are more than `min_gap_days`.
   */
  channelGaps?: Array<ChannelGap>,
  /**
   * How proposals are approved.
   */
  approvals?: ApprovalRules | null,
  /**
   * How promises are treated.
   */
  promises?: PromiseRules | null,
  /**
   * How blocks are set.
   */
  blocks?: BlockRules | null,
  /**
   * How a debtor's questions are treated.
   */
  questions?: QuestionRules | null,
  /**
   * How payers are told apart.
   */
  payers?: PayerRules | null,
  /**
   * How a debtor's messages are treated.
   */
  replies?: ReplyRules | null,
  /**
   * The fees that steps name.
   */
  fees?: Array<FeeRule>,
  /**
   * The interest that steps name.
   */
  interest?: Array<InterestRule>,
  /**
   * How arrangements are agreed, judged and reminded of.
   */
  arrangements?: ArrangementRules | null,
  /**
   * Series of rates of the house's own, and later rates of built-in ones: on days that
   * both know the house's count.
   */
  rateSeries?: Array<RateSeries>,
  /**
   * Schedules of costs of the house's own. One with the name of a built-in one takes the
   * place of all that have it.
   */
  costSchedules?: Array<CostSchedule>,
  /**
   * What is claimed beside the principal.
   */
  claims?: ClaimRules | null,
  /**
   * When debtors may be approached; at any hour if not given.
   */
  window?: WindowRules | null,
  /**
   * How often a debtor may be contacted; as often as steps are due if not given.
   */
  contactCaps?: Array<ContactCap>,
  /**
   * What is sent by WhatsApp. If not given, every message counts as one that may be.
   */
  whatsApp?: WhatsAppRules | null,
  /**
   * What messages cost the creditor, and what one may cost; any channel will do if not
   * given.
   */
  messageCosts?: MessageCosts | null,
  /**
   * How well channels reach debtors, for steps that choose theirs by that.
   */
  statistics?: Statistics | null,
};

/**
 * An address by post, in its parts.
 */
export type PostalAddress = {
  /**
   * The name of a person or company.
   */
  name: string,
  /**
   * The country.
   */
  country: Country,
  /**
   * The street, or a post-office box, without the number.
   */
  street?: string | null,
  /**
   * The number of the building, with what belongs to it.
   */
  building?: string | null,
  /**
   * The postcode.
   */
  postcode?: string | null,
  /**
   * The town.
   */
  town?: string | null,
};

/**
 * A postal address as it is written, or all that is wrong with it.
 */
export type PostalAnswer = {
  "type": "valid",
  /**
   * The address, its postcode in the form of its country.
   */
  address: PostalAddress,
  /**
   * The lines of the envelope; the last is the country's code if the letter goes abroad.
   */
  lines: Array<string>,
} | {
  "type": "flawed",
  /**
   * What is wrong with it.
   */
  flaws: Array<Flaw>,
};

/**
 * House rules to begin with.
 *
 * One that is named after another product answers as that product does, so that a host
 * keeps its present behaviour on the day it changes over; then improve on it. One that is
 * named after a country is a sensible beginning there, and no legal advice.
 */
export type Preset = {
  /**
   * Its name.
   */
  name: string,
  /**
   * What it does, in a sentence.
   */
  about: string,
  /**
   * Where its choices and figures come from.
   */
  source: string,
  /**
   * The rules, to be used as they are or changed.
   */
  policy: PolicyDoc,
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
  items: Array<CoveredItem>,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * What came of a promise.
 */
export type PromiseOutcome = "kept" | "partlyKept" | "broken" | "renegotiated";

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
  /**
   * The step that is due at once when a promise is broken and the item stands below it;
   * the steps before it are passed over. The next step as usual if not given.
   */
  brokenStep?: string | null,
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
 * How a promise stands while it holds an item.
 */
export type PromisedWhy = "running" | "awaitingBankData";

/**
 * That an action was laid before a person.
 */
export type Proposal = {
  /**
   * The action's delivery.
   */
  delivery: string,
  /**
   * Its steps.
   */
  steps: Array<StepKey>,
  /**
   * Its fingerprint.
   */
  fingerprint: string,
  /**
   * Its items, if other items take the same step by other deliveries or were decided on alone.
   */
  items?: Array<string>,
};

/**
 * How the first step of a punctual payer is taken.
 */
export type PunctualFirst = "call" | "asPlanned";

/**
 * What a contact is for.
 */
export type Purpose = "reminder" | "invoice" | "call" | "dispute" | "legal" | "main";

/**
 * How much of a QR code may be damaged: about 7, 15, 25 or 30 percent.
 */
export type QrCorrection = "l" | "m" | "q" | "h";

/**
 * The content of a QR code, and the limits that its scheme sets to the code.
 */
export type QrPayload = {
  /**
   * The content as text; lines are parted by a line feed.
   */
  text: string,
  /**
   * The content as the bytes that go into the code, in hexadecimal digits: in the character
   * set that the scheme or the sender chose.
   */
  hex: string,
  /**
   * How many bytes.
   */
  bytes: number,
  /**
   * How many bytes the scheme allows.
   */
  mostBytes: number,
  /**
   * The error correction that the scheme wants.
   */
  correction: QrCorrection,
  /**
   * The largest size of the code, by its version number of ISO/IEC 18004.
   */
  mostVersion: number,
  /**
   * True if the Swiss cross stands in the middle of the code.
   */
  swissCross?: boolean,
};

/**
 * A debtor's question about an item. It is no dispute: nothing is contested.
 */
export type Question = {
  /**
   * The item.
   */
  item: string,
  /**
   * What it is about, by the host's code.
   */
  reason: string,
  /**
   * The last day on which it pauses the item, in the creditor's zone, if the policy lets
   * questions pause; `record` fills it in by the policy if not given.
   */
  until?: Day | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * That a question was answered.
 */
export type QuestionAnswer = {
  /**
   * The entry that asked it.
   */
  question: string,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * What a question does to its item.
 */
export type QuestionEffect = "pauses" | "goesOn";

/**
 * How a debtor's questions are treated.
 */
export type QuestionRules = {
  /**
   * What a question does to its item; `Pauses` if not given.
   */
  effect?: QuestionEffect | null,
  /**
   * Days from the question during which it pauses the item; 14 if not given. After them
   * the item goes on, answered or not.
   */
  pauseDays?: number | null,
};

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
  /**
   * The charges that it announces.
   */
  charges?: Array<Charge>,
  /**
   * Where else it goes, if its step goes out by several channels.
   */
  copies?: Array<SentCopy>,
};

/**
 * What is known of how well a channel reaches a debtor.
 */
export type RankedChannel = {
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * Whose figures say most: those of the debtor, if there was any contact by it.
   */
  by: FiguresOf,
  /**
   * Their contacts by the channel. Of the debtor the last ones in vain are not counted, as
   * long as the channel has its turn.
   */
  contacts: number,
  /**
   * Those of them that led to a reaction.
   */
  reactions: number,
  /**
   * The last contacts with the debtor in a row that led to none.
   */
  inVain: number,
  /**
   * The share of contacts that is expected to lead to a reaction, in parts of a million:
   * the debtor's figures weighed against those of the segment, and those against all.
   */
  reach: number,
};

/**
 * Which rate a day bears.
 */
export type RateFixing = "variable" | "atStart" | "fixed";

/**
 * A series of yearly rates, such as `NL/statutory_commercial`: a law's own rate, or a
 * reference rate to which a rule adds points.
 */
export type RateSeries = {
  /**
   * Its name: the country, a stroke, the kind of rate.
   */
  id: string,
  /**
   * Its rates, ascending by their first day, without gaps.
   */
  rates: Array<SeriesRate>,
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
  "type": "called",
  /**
   * The entry of the last attempt.
   */
  entry: string,
  /**
   * How many calls of the step did not reach the debtor.
   */
  attempts: number,
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
  "type": "arranged",
  /**
   * The entry that proposed it.
   */
  arrangement: string,
  /**
   * The part that is not asked for; nothing if it is over.
   */
  amount: Amount,
  /**
   * What came of it, if it is over.
   */
  outcome?: ArrangementOutcome | null,
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
  "type": "joined",
  /**
   * The item whose step is due.
   */
  item: string,
} | {
  "type": "approved",
  /**
   * The entry that says so.
   */
  entry: string,
} | {
  "type": "personalCall",
  /**
   * The class of the payer.
   */
  payerClass: PayerClass,
  /**
   * Why nobody can be called: then the message goes out as planned. Empty for a call.
   */
  excluded: Array<ExcludedChannel>,
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
  "type": "escalated",
  /**
   * The purposes of the contacts to whom it goes, in order; none if as usual.
   */
  recipients: Array<Purpose>,
  /**
   * The sender from whom it comes; none if as usual.
   */
  sender?: string | null,
} | {
  "type": "adaptive",
  /**
   * Contacts in a row without a reaction after which another channel has its turn.
   */
  after: number,
  /**
   * All channels of the step, the first to be tried first.
   */
  ranked: Array<RankedChannel>,
  /**
   * The version of the figures on segments and all, if the policy has any.
   */
  statistics?: string | null,
} | {
  "type": "channel",
  /**
   * The channel, and those before it with the reason against each.
   */
  choice: ChannelChoice,
} | {
  "type": "messageCost",
  /**
   * The cost, and the limit if there is one.
   */
  cost: ExpectedCost,
} | {
  "type": "window",
  /**
   * The first instant that all rules on contact allow.
   */
  at: Moment,
  /**
   * The rules that moved it, each reason once.
   */
  movedBy: Array<ContactStop>,
} | {
  "type": "fee",
  /**
   * The charge's id.
   */
  charge: string,
  /**
   * The rule of the policy, by its id.
   */
  rule: string,
  /**
   * What it was worked out on.
   */
  base: Amount,
  /**
   * The fee without VAT.
   */
  amount: Amount,
} | {
  "type": "costs",
  /**
   * The charge's id.
   */
  charge: string,
  /**
   * The rule of the policy, by its id.
   */
  rule: string,
  /**
   * The article of the law.
   */
  article: string,
  /**
   * The principals they were worked out on.
   */
  base: Amount,
  /**
   * The costs without VAT.
   */
  amount: Amount,
} | {
  "type": "interest",
  /**
   * The charge's id.
   */
  charge: string,
  /**
   * The rule of the policy, by its id.
   */
  rule: string,
  /**
   * What bears it.
   */
  principal: Amount,
  /**
   * The interest.
   */
  amount: Amount,
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
 * A reference, or all that is wrong with it.
 */
export type ReferenceAnswer = {
  "type": "valid",
  /**
   * The reference.
   */
  reference: PaymentReference,
} | {
  "type": "flawed",
  /**
   * What is wrong with it.
   */
  flaws: Array<Flaw>,
};

/**
 * A scheme of structured payment references.
 */
export type ReferenceScheme = "iso11649" | "belgianOgm" | "dutchBetalingskenmerk" | "finnishViite" | "norwegianKidMod10" | "norwegianKidMod11" | "swissQrr";

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
  "type": "unknownRule",
  /**
   * The rule's id.
   */
  rule: string,
} | {
  "type": "unknownCalendar",
  /**
   * The name.
   */
  calendar: string,
} | {
  "type": "beyondCalendar",
  /**
   * The calendar.
   */
  calendar: string,
  /**
   * The day.
   */
  day: Day,
  /**
   * The first day that it knows.
   */
  knownSince: Day,
  /**
   * The last day that it knows.
   */
  knownUntil: Day,
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
  "type": "higherStands",
  /**
   * The step.
   */
  step: string,
  /**
   * The higher step.
   */
  higher: string,
  /**
   * The delivery that carried it out.
   */
  delivery: string,
} | {
  "type": "notApproved",
  /**
   * The step.
   */
  step: string,
  /**
   * The action's delivery.
   */
  delivery: string,
} | {
  "type": "plannedOtherwise",
  /**
   * The action's delivery.
   */
  delivery: string,
  /**
   * The fingerprint of what was shown.
   */
  shown?: string | null,
  /**
   * The fingerprint of what is planned; none if nothing is, or if it needs no approval.
   */
  planned?: string | null,
} | {
  "type": "samePerson",
  /**
   * The person.
   */
  actor: string,
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
  "type": "notClaimable",
  /**
   * The charge's id.
   */
  charge: string,
  /**
   * How it stands.
   */
  state: ChargeState,
} | {
  "type": "doesNotAddUp",
  /**
   * Where in the command.
   */
  path: string,
  /**
   * What it should add up to.
   */
  expected: Amount,
  /**
   * What it adds up to.
   */
  found: Amount,
  /**
   * By how much it is more; negative if it is less.
   */
  difference: Amount,
} | {
  "type": "alreadyArranged",
  /**
   * The item.
   */
  item: string,
  /**
   * The arrangement that runs.
   */
  arrangement: string,
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
 * A charge that may not be made.
 */
export type RefusedCharge = {
  /**
   * The schedule, or the rule on interest.
   */
  rule: string,
  /**
   * The items that it would be for.
   */
  items: Array<string>,
  /**
   * Why not.
   */
  why: CostRefusal,
  /**
   * The article.
   */
  article: string,
  /**
   * The first day on which it may be made, if only time has to pass.
   */
  possibleOn?: Day | null,
};

/**
 * That an action may not go out.
 */
export type Rejection = {
  /**
   * The action's steps.
   */
  steps: Array<StepKey>,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * The last day for which it holds, in the creditor's zone; until the steps are approved
   * if not given.
   */
  until?: Day | null,
  /**
   * Free text.
   */
  text?: string | null,
  /**
   * The items for which it holds, if several items share the step and go out by several
   * deliveries; all of them if none is named.
   */
  items?: Array<string>,
};

/**
 * A message as it goes out.
 */
export type RenderedMessage = {
  /**
   * The template, its version, and the hash of subject and text: for the report that it was
   * sent.
   */
  template: TemplateRef,
  /**
   * The language: `nl`, `en`, `de`, `fr` or that of the host's template.
   */
  language: string,
  /**
   * The channel.
   */
  channel: Channel,
  /**
   * The text.
   */
  text: string,
  /**
   * The subject of an e-mail, a letter or a message in the portal.
   */
  subject?: string | null,
  /**
   * The same text as HTML, for an e-mail, a letter or the portal.
   */
  html?: string | null,
  /**
   * What goes with it.
   */
  attachments?: Array<Attachment>,
  /**
   * The transfer that it asks for, if it is one in euros: for a QR code.
   */
  transfer?: EpcTransfer | null,
  /**
   * The notice by law that it is.
   */
  legalNotice?: string | null,
  /**
   * What it announces in case nothing comes, for the report that it was sent: `reminder`,
   * `lastReminder`, `legalNotice`, `call`, `handover`, `person`.
   */
  consequence?: string | null,
};

/**
 * In what way a message of the debtor matters.
 */
export type RepliedWhy = "paidAlready" | "disputes" | "answerOverdue";

/**
 * How the debtor's messages are treated.
 */
export type ReplyRules = {
  /**
   * Service hours within which a person answers; 8 if not given. Counted only while the
   * creditor's service hours run.
   */
  answerWithinHours?: number | null,
  /**
   * Days after the day of a message that says it is paid during which nothing is asked
   * for; 3 if not given. 0 waits for the rest of that day.
   */
  paidAlreadyDays?: number | null,
  /**
   * True if an item waits, without an end, while the debtor contests it in a message and
   * nobody has recorded a dispute or answered.
   */
  disputePauses?: boolean,
  /**
   * The largest discount that may be suggested to one who wants to pay in parts, in
   * percent; none is suggested if not given.
   */
  incentivePercent?: number | null,
  /**
   * A calendar, of `calendars` or built in, whose holidays are no service days.
   */
  calendar?: string | null,
  /**
   * True if no automatic receipts are sent.
   */
  noReceipts?: boolean,
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
 * When a level that several items share begins anew.
 */
export type Reset = "itemSettled" | "accountClear" | "oldestItemChanges";

/**
 * What becomes of costs and interest of an item that is settled.
 */
export type Residual = "waive" | "askClerk" | "dun";

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
 * How an amount is rounded.
 */
export type Rounding = {
  /**
   * The mode; `HalfAwayFromZero` if not given.
   */
  mode?: RoundingMode | null,
  /**
   * Rounded to multiples of this many of the currency's smallest unit: 1 if not given, 5
   * for Swiss cash.
   */
  unit?: number | null,
};

/**
 * How a fraction of the smallest unit is rounded.
 */
export type RoundingMode = "halfAwayFromZero" | "halfEven" | "up" | "down";

/**
 * When interest is rounded.
 */
export type RoundingPoint = "total" | "capitalisation" | "segment";

/**
 * Something that `sentence` tells in words.
 */
export type Said = {
  "type": "hold",
  /**
   * The obstacle.
   */
  hold: Hold,
} | {
  "type": "reason",
  /**
   * The reason.
   */
  reason: Reason,
} | {
  "type": "finding",
  /**
   * The finding.
   */
  finding: Finding,
} | {
  "type": "notice",
  /**
   * The notice.
   */
  notice: Notice,
} | {
  "type": "refusal",
  /**
   * The refusal.
   */
  refusal: Refusal,
} | {
  "type": "trouble",
  /**
   * The trouble.
   */
  trouble: Trouble,
} | {
  "type": "suggestion",
  /**
   * The suggestion.
   */
  suggestion: Suggestion,
} | {
  "type": "receipt",
  /**
   * The receipt.
   */
  receipt: AutomaticReceipt,
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
  /**
   * Whether a step is due on its day or from the day after; `Inclusive` if not given.
   */
  boundary?: Boundary | null,
  /**
   * Days after the due day before which the first step is not due; none if not given.
   * Interest counts from the due day all the same.
   */
  graceDays?: number | null,
  /**
   * Where an item begins that was never reminded; `FirstStep` if not given.
   */
  entry?: FirstRun | null,
  /**
   * What happens if more than one step is due; `OneAtATime` if not given.
   */
  catchUp?: CatchUp | null,
  /**
   * What comes after the last step; `Stop` if not given.
   */
  afterLast?: AfterLast | null,
  /**
   * What has a level; `Item` if not given.
   */
  levelOf?: LevelOf | null,
  /**
   * What the steps are counted from if the level is not that of an item; `OldestDue` if
   * not given.
   */
  accountAnchor?: AccountAnchor | null,
  /**
   * True if the level falls when what is open no longer reaches its step.
   */
  mayFall?: boolean,
  /**
   * When a level that is not that of an item begins anew; `ItemSettled` if not given.
   */
  reset?: Reset | null,
  /**
   * Which items a message lists; `DueSteps` if not given.
   */
  select?: Select | null,
  /**
   * What becomes of the level of an item that was settled and is open again;
   * `ResumeLevel` if not given.
   */
  onReversal?: OnReversal | null,
  /**
   * What becomes of costs and interest that may still be asked for once the item itself is
   * settled; `AskClerk` if not given.
   */
  residual?: Residual | null,
  /**
   * What must be due together for a message to go out; nothing if not given.
   */
  minimums?: Minimums | null,
  /**
   * Which channel a step takes that does not say so itself; `FirstUsable` if not given.
   */
  choose?: Choose | null,
};

/**
 * What chose a scenario.
 */
export type ScenarioBy = "bound" | "item" | "debtor" | "assignment";

/**
 * That an item moves to another scenario, or to another version of its scenario.
 */
export type ScenarioMove = {
  /**
   * The item.
   */
  item: string,
  /**
   * The scenario that it follows from now on.
   */
  scenario: string,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * The version; the highest if not given.
   */
  scenarioVersion?: number | null,
  /**
   * The step of that scenario that counts as reached. If not given, the step that the item
   * has reached, which the scenario must have too; an item that has reached none begins
   * before the first.
   */
  step?: string | null,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * In what way no scenario can be followed.
 */
export type ScenarioWhy = "noneAssigned" | "versionMissing" | "stepMissing";

/**
 * The figures of a group of debtors. Conditions that are not given fit everybody.
 */
export type SegmentReach = {
  /**
   * Its figures.
   */
  channels: Array<ChannelReach>,
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
  /**
   * The classes of payers. One of whom nothing is known counts as new.
   */
  classes?: Array<PayerClass>,
};

/**
 * Which items a message lists.
 */
export type Select = "dueSteps" | "allOverdueOnceOneTriggers";

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
   * The instalments that were named.
   */
  instalments?: Array<InstalmentLine>,
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
  /**
   * The charges that it named, those it announced and earlier ones.
   */
  charges?: Array<Charge>,
  /**
   * The sum that was asked for with those charges, if there were any.
   */
  totalWithCharges?: Amount | null,
  /**
   * The sender it came from, by its id, if its step named one.
   */
  sender?: string | null,
  /**
   * Where else it went, if its step goes out by several channels.
   */
  copies?: Array<SentCopy>,
};

/**
 * Another channel by which a delivery goes out.
 */
export type SentCopy = {
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
   * Charges that the message named for it, with VAT, whether already to be paid or not.
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
 * A rate of a series.
 */
export type SeriesRate = {
  /**
   * Its first day.
   */
  since: Day,
  /**
   * The rate in percent of a year; a reference rate may be below zero.
   */
  percent: Amount,
  /**
   * Its last day; the day before the next one if not given, and until further notice if
   * there is none.
   */
  until?: Day | null,
  /**
   * Where the figure stands.
   */
  source?: string | null,
  /**
   * How sure it is; `High` if not given.
   */
  confidence?: Confidence | null,
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
 * How bad a flaw is.
 */
export type Severity = "error" | "warning";

/**
 * Why a step was passed over.
 */
export type SkippedWhy = "byHand" | "duePassed" | "promiseBroken" | "noOutcome" | "overtaken" | "dayPassed" | "enteredLater" | "noBrokenPromise";

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
 * How a text message is encoded.
 */
export type SmsEncoding = "gsm7" | "ucs2";

/**
 * A text message written in the default alphabet.
 */
export type SmsPlain = {
  /**
   * The text.
   */
  text: string,
  /**
   * Its septets.
   */
  units: number,
  /**
   * How many messages are billed.
   */
  segments: number,
  /**
   * What was replaced, each letter once, in the order of the text.
   */
  replaced: Array<SmsReplacement>,
};

/**
 * How a text goes out as a text message (3GPP TS 23.038 and 23.040).
 */
export type SmsPlan = {
  /**
   * The encoding: one letter outside the default alphabet makes the whole UCS-2.
   */
  encoding: SmsEncoding,
  /**
   * Septets or code units, in all.
   */
  units: number,
  /**
   * How many messages are billed; none for no text.
   */
  segments: number,
  /**
   * The letters outside the default alphabet, each once, in the order of the text.
   */
  offending: Array<string>,
  /**
   * The text of each part; one after the other they are the text. No letter is cut in two.
   */
  parts: Array<string>,
  /**
   * The text in the default alphabet, if every offending letter has something plain that
   * may stand for it. An offer: it changes how names are written.
   */
  plain?: SmsPlain | null,
};

/**
 * A letter and what stands for it.
 */
export type SmsReplacement = {
  /**
   * The letter.
   */
  letter: string,
  /**
   * What stands for it; empty for a mark that cannot be seen.
   */
  plain: string,
};

/**
 * What is too old.
 */
export type StaleWhy = "ledger";

/**
 * How often contacts by a channel led to a reaction. The figures are counted elsewhere and
 * stay as they are for a run.
 */
export type Statistics = {
  /**
   * The host's name for this count: decisions tell it.
   */
  version: string,
  /**
   * The day up to which was counted.
   */
  asOf: Day,
  /**
   * Of all debtors.
   */
  all?: Array<ChannelReach>,
  /**
   * Of groups of debtors: the first that fits counts.
   */
  segments?: Array<SegmentReach>,
  /**
   * So many contacts with a debtor weigh as much as the figures of the segment, and so many
   * of a segment as those of all; 10 if not given.
   */
  shrinkBy?: number | null,
};

/**
 * How a provider calls a status.
 */
export type StatusWord = {
  /**
   * The provider's word; capitals do not count.
   */
  word: string,
  /**
   * What it means.
   */
  status: DeliveryStatus,
};

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
   * 48 if not given. A later failure leaves the step reached. A notice by law that failed
   * did not happen, however late it is reported.
   */
  fallbackHours?: number | null,
  /**
   * Whether a person approves the step first; `Automatic` if not given.
   */
  mode?: StepMode | null,
  /**
   * What happens to a proposal that nobody acted on; `ProposeAgain` if not given.
   */
  unsent?: Unsent | null,
  /**
   * True if the law demands the step: it is never passed over.
   */
  required?: boolean,
  /**
   * The notice by law that the step is: `nl_14_day_letter`, `be_first_reminder`. It goes
   * out apart from other steps, and gives the term of the law. As long as the library does
   * not know it, or it does not name the costs that it has to name, the step waits.
   */
  legalNotice?: string | null,
  /**
   * Days for payment that the message gives, counted from the day it is sent; no deadline
   * if not given. A notice by law counts them as its law does, and gives the fewest that
   * the law allows if not given.
   */
  deadlineDays?: number | null,
  /**
   * The fewest days since the item took the step before it, whatever the step is counted
   * from; none if not given.
   */
  gapDays?: number | null,
  /**
   * The fewest open items with which the step is due; 1 if not given.
   */
  minItems?: number | null,
  /**
   * The fee that it announces, by the id of the rule.
   */
  fee?: string | null,
  /**
   * The interest that it states, by the id of the rule.
   */
  interest?: string | null,
  /**
   * Which channel is taken; what the scenario says if not given.
   */
  choose?: Choose | null,
  /**
   * To whom it goes: the purposes of contacts, in order. As usual if none is named.
   */
  recipients?: Array<Purpose>,
  /**
   * From whom it comes: ids of the creditor's senders, of which the first counts that
   * serves the channel. The usual sender if none is named.
   */
  senders?: Array<string>,
  /**
   * The most that a message of this step may cost the creditor, in the currency of
   * `messageCosts`; the limit there if not given.
   */
  costLimit?: Amount | null,
  /**
   * Instead of the scenario's amounts, what must be due together at this step.
   */
  minimums?: Array<Minimum>,
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
 * Whether a person approves a step first.
 */
export type StepMode = "automatic" | "propose";

/**
 * In what way no step is due.
 */
export type StepWhy = "notYetDue" | "ladderEnded" | "handoverDue" | "noAnchor" | "tooFewItems" | "another";

/**
 * Why reminders stop altogether.
 */
export type Stop = {
  "type": "handedOver",
  /**
   * Who, by the host's id.
   */
  to: string,
  /**
   * The item; all items of the debtor if none.
   */
  item?: string | null,
} | {
  "type": "insolvent",
  /**
   * The kind of proceeding, by the host's code.
   */
  proceeding?: string | null,
} | {
  "type": "deceased",
} | {
  "type": "withdrawn",
  /**
   * The item.
   */
  item: string,
  /**
   * Why, by the host's code.
   */
  reason: string,
};

/**
 * That a stop is over: the claim came back, the proceeding was lifted, it was a mistake.
 */
export type StopEnding = {
  /**
   * The entry that began it.
   */
  stop: string,
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
 * A word by which a debtor says that no more messages are wanted.
 */
export type StopWord = {
  /**
   * The word or words, in small letters.
   */
  word: string,
  /**
   * The language, as BCP 47.
   */
  language: string,
};

/**
 * That reminders stop altogether.
 */
export type Stopping = {
  /**
   * Why.
   */
  stop: Stop,
  /**
   * The first day, in the creditor's zone; the day it is recorded if not given.
   */
  begins?: Day | null,
  /**
   * The last day; it stays until somebody ends it if not given.
   */
  until?: Day | null,
  /**
   * The number of the file at the agency, the court or the registry.
   */
  reference?: string | null,
  /**
   * Free text.
   */
  text?: string | null,
};

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
 * Something that a person may do. It is never done by itself.
 */
export type Suggestion = {
  /**
   * The same for the same matter in every run.
   */
  key: string,
  /**
   * What it is about.
   */
  subject: Subject,
  /**
   * What to do.
   */
  advice: Advice,
};

/**
 * A bill with a Swiss QR code.
 */
export type SwissBill = {
  /**
   * The account in Switzerland or Liechtenstein that is paid to.
   */
  iban: string,
  /**
   * Who is paid. Street and number stand apart: addresses that join them ended on
   * 21 November 2025.
   */
  creditor: PostalAddress,
  /**
   * Swiss francs or euros.
   */
  currency: Currency,
  /**
   * The amount, 0.01 to 999999999.99, written with two decimals; the payer fills it in if
   * there is none.
   */
  amount?: Amount | null,
  /**
   * Who pays; the payer fills it in if not given.
   */
  debtor?: PostalAddress | null,
  /**
   * The kind of reference; told by the reference if not given.
   */
  referenceType?: SwissReferenceType | null,
  /**
   * The reference.
   */
  reference?: string | null,
  /**
   * A message to the payer, with the bill information up to 140 characters.
   */
  message?: string | null,
  /**
   * Structured information for the payer's software, such as that of Swico.
   */
  billInformation?: string | null,
  /**
   * Alternative schemes, at most two of up to 100 characters.
   */
  alternatives?: Array<string>,
};

/**
 * The kind of reference of a Swiss QR-bill.
 */
export type SwissReferenceType = "qrr" | "scor" | "non";

/**
 * How a platform has classified a template.
 */
export type TemplateCategory = "utility" | "marketing" | "authentication";

/**
 * Something that is wrong with a template, or keeps a message from being made of it.
 */
export type TemplateFlaw = {
  /**
   * What is wrong.
   */
  kind: TemplateFlawKind,
  /**
   * How bad it is.
   */
  severity: Severity,
  /**
   * The template's name, or that of the part in which it stands.
   */
  template: string,
  /**
   * The line, from 1; none if it concerns the whole.
   */
  line?: number | null,
  /**
   * The character in the line, from 1.
   */
  column?: number | null,
  /**
   * True if it stands in the subject.
   */
  inSubject?: boolean,
  /**
   * What was found: a field, a word, a count.
   */
  found?: string | null,
  /**
   * What is allowed, or what is missing; several that would do are parted by `|`.
   */
  expected?: string | null,
  /**
   * Where the rule stands, if it is one of a list.
   */
  source?: string | null,
};

/**
 * What is wrong with a template.
 */
export type TemplateFlawKind = "unknownTemplate" | "unknownLanguage" | "unknownField" | "emptyField" | "syntax" | "endless" | "notFound" | "noSender" | "noAmount" | "noWayToPay" | "noQuestion" | "legalContent" | "legalWording" | "threat" | "offer" | "tooLong" | "longSentence" | "dearLetter";

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
 * A term that runs, with the facts on which it depends. `term_days` tells its days.
 *
 * A calendar that is not named is that of the law: `NL-ATW`, `BE`. One that a policy gives
 * under such a name takes its place.
 */
export type Term = {
  "type": "agreed",
  /**
   * The day from which it is counted; it is not part of the period.
   */
  starts: Day,
  /**
   * How long it is.
   */
  length: Length,
  /**
   * What the ends of months have to do with it.
   */
  monthEnd?: MonthEnd | null,
  /**
   * Where its last day goes if that is no business day; `Unadjusted` if not given.
   */
  adjustment?: Adjustment | null,
  /**
   * The calendar of the business days; needed if days are counted or adjusted by it.
   */
  calendar?: string | null,
} | {
  "type": "byLaw",
  /**
   * How it is counted.
   */
  law: PeriodLaw,
  /**
   * The day of the event from which it runs.
   */
  eventOn: Day,
  /**
   * How long it is.
   */
  length: Length,
  /**
   * True if the day of the event is the first of the period (§ 187(2) BGB, "beginning
   * with").
   */
  includesEvent?: boolean,
  /**
   * The calendar: `NL-ATW` for Dutch terms if not given, needed for the others.
   */
  calendar?: string | null,
} | {
  "type": "dutchFourteenDays",
  /**
   * The day the letter was sent.
   */
  sentOn: Day,
  /**
   * The channel. Only of a letter by post a presumption is known: the second day after
   * sending, where Sundays, Mondays and holidays do not count (HR 25 November 2016,
   * ECLI:NL:HR:2016:2704).
   */
  channel: Channel,
  /**
   * The day it was received, if that can be proved.
   */
  receivedOn?: Day | null,
  /**
   * Days after sending on which a message without evidence and presumption is taken
   * as received: a choice of the house, told as the finding `NoPresumption`.
   */
  presumedDays?: number | null,
  /**
   * The days given; 14 if not given, and never fewer.
   */
  days?: number | null,
  /**
   * True if the last day stays on a Saturday, Sunday or holiday. No judgment is known
   * that applies the Algemene termijnenwet to this term, so moving it is the safe side.
   */
  unextended?: boolean,
} | {
  "type": "belgianFirstReminder",
  /**
   * The day it was sent.
   */
  sentOn: Day,
  /**
   * By post or electronically.
   */
  channel: Channel,
  /**
   * The days given; 14 if not given, and never fewer.
   */
  days?: number | null,
  /**
   * True if Saturdays are working days, which makes the term begin earlier.
   */
  saturdayWorks?: boolean,
  /**
   * True if the day on which the term begins is not counted as the first of the
   * fourteen: a day more, on the safe side.
   */
  beginsAfter?: boolean,
  /**
   * The calendar; `BE` if not given.
   */
  calendar?: string | null,
} | {
  "type": "dutchTradePayment",
  /**
   * The day the invoice was received.
   */
  invoiceReceivedOn?: Day | null,
  /**
   * The day the performance was received; it counts if it is later, or if nobody knows
   * when the invoice came.
   */
  performedOn?: Day | null,
  /**
   * The day of acceptance, where that was agreed; it counts if it is later.
   */
  acceptedOn?: Day | null,
  /**
   * The last day for payment that was agreed.
   */
  agreedUntil?: Day | null,
  /**
   * True for a large company as debtor.
   */
  debtorIsLarge?: boolean,
  /**
   * True for a small or medium company or a natural person as creditor.
   */
  creditorIsSmall?: boolean,
  /**
   * The day of the contract: the shorter limit for large debtors holds for contracts
   * from 1 July 2022, and for all from 1 July 2023.
   */
  contractOn?: Day | null,
} | {
  "type": "germanDefault",
  /**
   * The day on which the claim is due.
   */
  dueOn: Day,
  /**
   * The day the invoice was received.
   */
  invoiceReceivedOn?: Day | null,
  /**
   * The day the performance was received: it counts if nobody knows when the invoice
   * came, but never against a consumer.
   */
  performedOn?: Day | null,
  /**
   * The kind of debtor.
   */
  debtor: DebtorKind,
  /**
   * True if the invoice tells a consumer of this consequence; without that there is no
   * default by time alone.
   */
  consumerWasTold?: boolean,
  /**
   * The calendar of the place of performance, such as `DE-NW`.
   */
  calendar: string,
} | {
  "type": "belgianTradePayment",
  /**
   * The day the invoice was received.
   */
  invoiceReceivedOn?: Day | null,
  /**
   * The day the performance was received; it counts if it is later, or if nobody knows
   * when the invoice came.
   */
  performedOn?: Day | null,
  /**
   * The last day for payment that was agreed.
   */
  agreedUntil?: Day | null,
} | {
  "type": "frenchTradePayment",
  /**
   * The day of receipt or performance.
   */
  performedOn?: Day | null,
  /**
   * The last day for payment that was agreed.
   */
  agreedUntil?: Day | null,
} | {
  "type": "britishTradePayment",
  /**
   * The day of performance.
   */
  performedOn?: Day | null,
  /**
   * The day on which the debtor had notice of the amount.
   */
  noticedOn?: Day | null,
  /**
   * The last day for payment that was agreed.
   */
  agreedUntil?: Day | null,
};

/**
 * The days of a term.
 */
export type TermDays = {
  /**
   * The day the message counts as received, where the term depends on it.
   */
  receivedOn?: Day | null,
  /**
   * The first day of the term; none where only its end was agreed.
   */
  begins?: Day | null,
  /**
   * Its last day, which counts to its end.
   */
  lastDay: Day,
  /**
   * What the last day would be if no law or agreement moved it.
   */
  unmovedLastDay: Day,
  /**
   * The first day on which what the term held off is possible: default, interest, costs.
   */
  effectFrom: Day,
  /**
   * The articles and judgments that were applied.
   */
  sources: Array<string>,
  /**
   * What is uncertain about it.
   */
  findings?: Array<Finding>,
  /**
   * The version of the built-in calendars.
   */
  data: string,
};

/**
 * That a debtor is to be thanked for a payment, once.
 */
export type ThankYou = {
  /**
   * The payment.
   */
  payment: string,
  /**
   * For what.
   */
  why: ThanksFor,
  /**
   * The day from which the money counts as paid.
   */
  paidOn: Day,
  /**
   * The amount received.
   */
  amount: Amount,
  /**
   * The currency of all amounts.
   */
  currency: Currency,
  /**
   * The items that it was matched with.
   */
  items: Array<string>,
  /**
   * What is still open of them, or of the arrangement's items; nothing if it is none.
   */
  left?: Amount | null,
  /**
   * The arrangement that it was paid towards.
   */
  arrangement?: string | null,
};

/**
 * What a debtor is thanked for.
 */
export type ThanksFor = "full" | "part" | "lastInstalment";

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
 * What may change after an approval without asking again.
 */
export type Tolerated = "nothing" | "lowerAmount";

/**
 * What a paragraph is about.
 */
export type Topic = "standing" | "history" | "now" | "next" | "remedies";

/**
 * What is wrong with a value that could be read.
 */
export type Trouble = "tooManyDecimals" | "outOfRange" | "unknownCurrency" | "currencyMismatch" | "wrongSign" | "duplicateId" | "beyondItem" | "beyondPayment" | "beyondCharge" | "dueBeforeIssue" | "unknownScenario" | "unknownZone" | "unknownItem" | "unknownParty" | "unknownContact" | "inFuture" | "inPast" | "empty" | "sumMismatch" | "missingEntry" | "tooLong" | "tooShort" | "unsuitableChannel" | "noTerm" | "nobodyReached" | "required" | "unknownLaw";

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
 * That a delivery that was sent does not count: its steps are not reached.
 */
export type Undoing = {
  /**
   * The delivery.
   */
  delivery: string,
  /**
   * Why, by the host's code.
   */
  reason: string,
  /**
   * The steps that do not count; all of the delivery's if none is named.
   */
  steps?: Array<StepKey>,
  /**
   * Free text.
   */
  text?: string | null,
};

/**
 * What becomes of a channel whose cost is not known.
 */
export type UnknownCost = "use" | "exclude";

/**
 * What holds for a currency without a minimum.
 */
export type Unlisted = "noMinimum" | "neverDun";

/**
 * What happens to a proposal that nobody acted on.
 */
export type Unsent = "proposeAgain" | "freeze";

/**
 * A day of the week.
 */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * A WhatsApp message that somebody wants to send.
 */
export type WhatsAppAsk = {
  /**
   * What kind of message it is.
   */
  kind: WhatsAppKind,
  /**
   * When it is to be sent.
   */
  sendAt: Moment,
  /**
   * When the recipient sent messages or called; later ones than `send_at` do not count.
   */
  inbound?: Array<Moment>,
  /**
   * Whether the window is open, where the host knows it from the platform.
   */
  windowOpen?: boolean | null,
  /**
   * True if the recipient agreed to be written to on WhatsApp.
   */
  optedIn?: boolean,
  /**
   * The category of the template.
   */
  category?: TemplateCategory | null,
  /**
   * The recipient's number as E.164, where a rule for its country may hold.
   */
  phone?: string | null,
  /**
   * In what role the creditor collects; `FirstParty` if not given.
   */
  role?: CreditorRole | null,
  /**
   * Why it is sent although the creditor collects for somebody else.
   */
  overrideNote?: string | null,
  /**
   * The messaging limit of the portfolio: how many people in 24 hours.
   */
  limit?: number | null,
  /**
   * How many people it reached in the last 24 hours outside windows.
   */
  recipients?: number | null,
  /**
   * True if this recipient is one of them.
   */
  counted?: boolean,
  /**
   * How many service messages this number has sent in the month.
   */
  serviceMessages?: number | null,
};

/**
 * Whether a WhatsApp message may be sent, and what it costs.
 */
export type WhatsAppCheck = {
  /**
   * True if nothing stops it.
   */
  allowed: boolean,
  /**
   * What stops it.
   */
  stops: Array<WhatsAppStop>,
  /**
   * True if the window is open at the moment of sending.
   */
  windowOpen: boolean,
  /**
   * The first instant at which the window is closed again, by the last message of the
   * recipient; none if there was none.
   */
  windowCloses?: Moment | null,
  /**
   * Whether it is charged when it is delivered; none if no price is known for the day.
   */
  billable?: boolean | null,
  /**
   * Why it is charged or not.
   */
  priceRule?: string | null,
  /**
   * Who says so.
   */
  priceSource?: string | null,
};

/**
 * What kind of WhatsApp message it is.
 */
export type WhatsAppKind = "freeForm" | "template";

/**
 * What is sent by WhatsApp.
 */
export type WhatsAppRules = {
  /**
   * The templates that the platform has approved.
   */
  templates?: Array<ApprovedTemplate>,
  /**
   * Why WhatsApp is used although the creditor collects for others, or bought the claims:
   * the platform forbids it.
   */
  overrideNote?: string | null,
};

/**
 * Why a WhatsApp message may not be sent.
 */
export type WhatsAppStop = "windowClosed" | "noConsent" | "collectsForOthers" | "limitReached" | "marketingBlocked" | "categoryMissing";

/**
 * When debtors may be approached. Several rules at once allow what all of them allow.
 */
export type WindowRules = {
  /**
   * Built-in rules that hold, by their ids, such as `nl_collectors`.
   */
  builtIn?: Array<string>,
  /**
   * Rules of the house's own.
   */
  own?: Array<ContactRule>,
  /**
   * Minutes, up to 60, over which what may go out at the same time is spread; not at all if
   * not given. The same delivery is always as much later.
   */
  spreadMinutes?: number | null,
};

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
  /**
   * What counts as reached, and how often it is tried.
   */
  rules?: CallRules | null,
};

/**
 * A part of the year, reduced to the lowest terms.
 */
export type YearFraction = {
  /**
   * The days, as the day count counts them.
   */
  days: number,
  /**
   * Above the line.
   */
  numerator: number,
  /**
   * Below the line.
   */
  denominator: number,
};
