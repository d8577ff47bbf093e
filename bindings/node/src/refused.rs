//! A refusal crosses as an error whose code names it and whose message is its JSON.

use dunning::{InputRefused, PolicyRefused, Problem, Refusal};
use napi::Status;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// An error for `index.js` to raise again as a class of its own.
pub type Refused = napi::Error<Code>;

/// What kind of error it is.
pub enum Code {
    /// Of an account, action, command, entry, moment.
    Input,
    /// Of a policy.
    Policy,
    /// Of a command that makes no sense.
    Command,
    /// An argument of another kind than `index.js` gives.
    Napi(Status),
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        match self {
            Self::Input => "InputRefused",
            Self::Policy => "PolicyRefused",
            Self::Command => "CommandRefused",
            Self::Napi(status) => status.as_ref(),
        }
    }
}

impl From<Status> for Code {
    fn from(status: Status) -> Self {
        Self::Napi(status)
    }
}

pub(crate) fn input(refused: InputRefused) -> Refused {
    let message = refused.to_string();
    let InputRefused::Invalid { problems } = refused;
    Refused::new(Code::Input, json!({"message": message, "problems": problems}).to_string())
}

pub(crate) fn policy(refused: PolicyRefused) -> Refused {
    let message = refused.to_string();
    let PolicyRefused::Invalid { problems } = refused;
    Refused::new(Code::Policy, json!({"message": message, "problems": problems}).to_string())
}

pub(crate) fn command(refusal: &Refusal) -> Refused {
    let message = refusal.to_string();
    Refused::new(Code::Command, json!({"message": message, "refusal": refusal}).to_string())
}

/// Reads an argument that is no record of its own: a moment, an id.
pub(crate) fn argument<T: DeserializeOwned>(name: &str, json: &str) -> Result<T, Refused> {
    serde_json::from_str::<Value>(json).and_then(serde_json::from_value).map_err(|refusal| {
        input(InputRefused::Invalid {
            problems: vec![Problem {
                path: name.to_owned(),
                value: json.to_owned(),
                problem: refusal.to_string(),
            }],
        })
    })
}

/// No record has this name.
pub(crate) fn unknown_type(name: &str, known: &[&str]) -> Refused {
    input(InputRefused::Invalid {
        problems: vec![Problem {
            path: "type".to_owned(),
            value: Value::from(name).to_string(),
            problem: format!("a type is one of {}", known.join(", ")),
        }],
    })
}
