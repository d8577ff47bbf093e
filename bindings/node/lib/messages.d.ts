import type { OrText, Policy } from '../index.js'
import type {
  Account,
  Action,
  MessageAnswer,
  MessageOptions,
  MessageTemplate,
  OccasionMessage,
  TemplateFlaw,
  ThankYou,
} from '../types.js'

// Each throws `InputRefused` if an argument cannot be read; what is wrong with a template is part of
// the answer.

/**
 * The message of a planned action: an e-mail or letter with its HTML, a short form for WhatsApp or a
 * text message, or what a person says on the phone.
 */
export function renderMessage(
  account: OrText<Account>,
  policy: Policy,
  action: OrText<Action>,
  options?: OrText<MessageOptions> | null,
): MessageAnswer

/** A message that is no step: thanks, a promise confirmed or broken, an automatic receipt. */
export function renderOccasion(
  account: OrText<Account>,
  about: OrText<OccasionMessage>,
  options?: OrText<MessageOptions> | null,
): MessageAnswer

/** All that is wrong with a template, each with its place. */
export function lintTemplate(template: OrText<MessageTemplate>): TemplateFlaw[]

/** The templates that come with the library. */
export function messageTemplates(): MessageTemplate[]

/** Whether a debtor is to be thanked for a payment, and for what; null if not. */
export function thankYou(account: OrText<Account>, payment: string): ThankYou | null
