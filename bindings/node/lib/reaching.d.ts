import type { MomentLike, OrText, Policy } from '../index.js'
import type {
  Account,
  Action,
  AddressAnswer,
  CallFrequency,
  Capacity,
  Channel,
  ContactCheck,
  ContactRule,
  ContactSetting,
  ContactSpan,
  CountedCall,
  Country,
  Day,
  DeliveryState,
  EpcAnswer,
  EpcTransfer,
  ErrorClass,
  ErrorCode,
  FoundReference,
  IbanAnswer,
  Keyword,
  Limits,
  LinkAnswer,
  NextContact,
  PayloadAnswer,
  PaymentLink,
  PaymentLinks,
  PictureAnswer,
  Plan,
  PostalAddress,
  PostalAnswer,
  QrPayload,
  ReferenceAnswer,
  ReferenceScheme,
  SmsPlan,
  StatusWord,
  SwissBill,
  WhatsAppAsk,
  WhatsAppCheck,
} from '../types.js'

// Each throws `InputRefused` if an argument cannot be read; what is wrong with a value that can be
// read is part of the answer.

/** Makes a structured reference of a payload: adds the check digits. */
export function makeReference(scheme: ReferenceScheme, payload: string): ReferenceAnswer

/** Checks a structured reference as somebody wrote it. */
export function checkReference(scheme: ReferenceScheme, text: string): ReferenceAnswer

/** The references of these schemes that stand in a text. */
export function findReferences(text: string, schemes: ReferenceScheme[]): FoundReference[]

/** Checks a bank account number. */
export function checkIban(text: string): IbanAnswer

/** The content of the EPC QR code of a transfer in euros. */
export function epcPayload(transfer: OrText<EpcTransfer>): PayloadAnswer

/** Reads the content of an EPC QR code and checks it. */
export function readEpcPayload(text: string): EpcAnswer

/** The content of the QR code of a Swiss bill. */
export function swissPayload(bill: OrText<SwissBill>): PayloadAnswer

/** The QR code of a payload as SVG. */
export function qrSvg(payload: OrText<QrPayload>): PictureAnswer

/** Sorts payment links into those that work until a moment and those that do not. */
export function paymentLinks(links: PaymentLink[], until: MomentLike): PaymentLinks

/** A `wa.me` link by which the debtor begins a chat with this number. */
export function whatsappLink(
  phone: string,
  text?: string | null,
  token?: string | null,
): LinkAnswer

/** How a text goes out as a text message: encoding, parts, letters that make it dear. */
export function smsPlan(text: string): SmsPlan

/** Checks a phone number in international form and writes it as E.164. */
export function checkPhone(text: string): AddressAnswer

/** Checks the form of an e-mail address. */
export function checkEmail(text: string): AddressAnswer

/** Checks a postal address and writes the lines of the envelope. */
export function checkPostal(address: OrText<PostalAddress>, sentFrom: Country): PostalAnswer

/** How far a message has come by the reports of its provider; a status only rises. */
export function deliveryState(reports: string[], words?: StatusWord[] | null): DeliveryState

/** What an error code of a provider means on a day; null if no table knows it. */
export function errorClass(
  platform: string,
  code: string,
  on: Day,
  codes?: ErrorCode[] | null,
): ErrorClass | null

/** The keyword that a text message consists of: stop, start, help. */
export function messageKeyword(text: string): Keyword | null

/** The rules on contact that come with this library, each with its source. */
export function contactRules(): ContactRule[]

/** Whether a debtor may be approached at an instant, and which rules do not allow it. */
export function contactCheck(
  rules: ContactRule[],
  setting: OrText<ContactSetting>,
  at: MomentLike,
): ContactCheck

/** The first instant at which a debtor may be approached, and the rules that moved it. */
export function nextContact(
  rules: ContactRule[],
  setting: OrText<ContactSetting>,
  at: MomentLike,
): NextContact

/** Whom `nextAllowed` asks about. */
export interface AskedContact {
  /** The contact's id. */
  contact: string
  channel: Channel
  /** The first instant that will do. */
  at: MomentLike
}

/**
 * The first instant at which a contact may be approached on a channel, by the policy and the
 * debtor's requests, and the rules that moved it.
 *
 * @throws {CommandRefused} if the account has no such contact
 */
export function nextAllowed(
  account: OrText<Account>,
  policy: Policy,
  asked: AskedContact,
): NextContact

/** The spans from `since` until before `until` in which a debtor may be approached. */
export function contactSpans(
  rules: ContactRule[],
  setting: OrText<ContactSetting>,
  since: MomentLike,
  until: MomentLike,
): ContactSpan[]

/** Whether a WhatsApp message may be sent, until when the window is open, whether it is charged. */
export function whatsappCheck(ask: OrText<WhatsAppAsk>): WhatsAppCheck

/**
 * What each channel has to send of an action: itself without its copies, then each copy.
 *
 * Render and send each of these; queue, recheck and report the action itself, once.
 */
export function byChannel(action: OrText<Action>): Action[]

/**
 * Fits the actions of many plans into what goes out on a day, over all accounts.
 *
 * @throws {CommandRefused} if the zone is not known, a channel has two limits, or no day has room
 */
export function capacity(plans: Plan[], limits: OrText<Limits>): Capacity

/** How a call about a debt would stand with the calls before it, by Regulation F. */
export function callFrequency(calls: CountedCall[], on: Day, debt?: string | null): CallFrequency
