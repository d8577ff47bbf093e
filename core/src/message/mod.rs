//! What a message is made of on its way: text messages and their parts, templates and what comes
//! of them.

#[cfg(feature = "render")]
mod built_in;
#[cfg(feature = "render")]
mod engine;
#[cfg(feature = "render")]
mod fields;
#[cfg(feature = "render")]
mod gather;
mod gsm;
#[cfg(feature = "render")]
mod html;
#[cfg(feature = "render")]
mod lint;
#[cfg(feature = "render")]
mod next;
#[cfg(feature = "render")]
mod occasion;
#[cfg(feature = "render")]
mod prose;
#[cfg(feature = "render")]
mod render;
#[cfg(feature = "render")]
mod scan;
mod sms;
#[cfg(feature = "render")]
mod template;
#[cfg(feature = "render")]
mod thanks;

#[cfg(feature = "render")]
pub use built_in::message_templates;
#[cfg(feature = "render")]
pub use lint::lint_template;
#[cfg(feature = "render")]
pub use render::{render_message, render_occasion};
pub use sms::{SmsEncoding, SmsPlain, SmsPlan, SmsReplacement, sms_plan};
#[cfg(feature = "render")]
pub use template::{
    Attachment, AttachmentKind, Formality, MessageAnswer, MessageOptions, MessagePurpose,
    MessageTemplate, Occasion, OccasionMessage, RenderedMessage, Severity, TemplateFlaw,
    TemplateFlawKind,
};
#[cfg(feature = "render")]
pub use thanks::{ThankYou, ThanksFor, thank_you};
