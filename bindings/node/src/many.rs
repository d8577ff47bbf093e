//! Many accounts at once.

use std::sync::Arc;

use dunning::Moment;
use napi::Task;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;

use crate::Policy;
use crate::refused::{Refused, argument};

/// Many accounts, planned on a thread of the pool.
pub struct Planning {
    accounts: String,
    policy: Arc<dunning::Policy>,
    now: Moment,
}

impl Task for Planning {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> napi::Result<String> {
        Ok(dunning::plan_many(&self.accounts, &self.policy, self.now))
    }

    fn resolve(&mut self, _env: napi::Env, results: String) -> napi::Result<String> {
        Ok(results)
    }
}

/// `dunning::plan_many`, off the event loop.
///
/// # Errors
///
/// If the moment cannot be read.
#[napi]
pub fn plan_many(
    accounts: String,
    policy: &Policy,
    now: String,
) -> Result<AsyncTask<Planning>, Refused> {
    let now = argument("now", &now)?;
    Ok(AsyncTask::new(Planning { accounts, policy: Arc::clone(&policy.0), now }))
}
