//! Reading a policy never panics, and one that is accepted is read back as the same.
#![no_main]

use dunning::Policy;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(policy) = Policy::from_json(text) {
        let json = policy.to_json();
        let again = Policy::from_json(&json).expect("what is written is read");
        assert_eq!(policy, again);
        assert_eq!(json, again.to_json());
    }
});
