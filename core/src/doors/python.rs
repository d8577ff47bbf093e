//! The core's types as Python classes: constructors with names, `match`, `repr`, pickling, JSON.
//!
//! Getters, equality and the classes of the variants come from pyo3's derives on the types; what
//! pyo3 does not give is added here, once for every record, union and enum of words.

mod scalars;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

use crate::{InputRefused, Policy, PolicyDoc, PolicyRefused, Refusal};

/// What a record has in Python.
///
/// `record!(Name { field: Type = absent, ... })`: the fields are sorted into
/// `{field Type, signature}`, then the methods are written.
macro_rules! record {
    (Account $fields:tt) => { crate::doors::python::record!(@json Account $fields); };
    (Action $fields:tt) => { crate::doors::python::record!(@json Action $fields); };
    (Assumptions $fields:tt) => { crate::doors::python::record!(@json Assumptions $fields); };
    (Capacity $fields:tt) => { crate::doors::python::record!(@json Capacity $fields); };
    (Claim $fields:tt) => { crate::doors::python::record!(@json Claim $fields); };
    (Comparison $fields:tt) => { crate::doors::python::record!(@json Comparison $fields); };
    (Entry $fields:tt) => { crate::doors::python::record!(@json Entry $fields); };
    (Explanation $fields:tt) => { crate::doors::python::record!(@json Explanation $fields); };
    (MessageOptions $fields:tt) => { crate::doors::python::record!(@json MessageOptions $fields); };
    (MessageTemplate $fields:tt) => { crate::doors::python::record!(@json MessageTemplate $fields); };
    (OccasionMessage $fields:tt) => { crate::doors::python::record!(@json OccasionMessage $fields); };
    (TemplateFlaw $fields:tt) => { crate::doors::python::record!(@json TemplateFlaw $fields); };
    (ThankYou $fields:tt) => { crate::doors::python::record!(@json ThankYou $fields); };
    (Plan $fields:tt) => { crate::doors::python::record!(@json Plan $fields); };
    (HolidayYear $fields:tt) => { crate::doors::python::record!(@json HolidayYear $fields); };
    (TermDays $fields:tt) => { crate::doors::python::record!(@json TermDays $fields); };
    (PolicyDoc $fields:tt) => { crate::doors::python::record!(@json PolicyDoc $fields); };
    (Preset $fields:tt) => { crate::doors::python::record!(@json Preset $fields); };
    (@json $Name:ident { $($fields:tt)* }) => {
        crate::doors::python::with_json!(record (@sort $Name [] { $($fields)* }));
    };
    ($Name:ident { $($fields:tt)* }) => {
        crate::doors::python::record!(@sort $Name [] { $($fields)* } {});
    };

    (@sort $Name:ident [$($done:tt)*]
     { $field:ident: $type:ty = [], $($rest:tt)* } $json:tt) => {
        crate::doors::python::record!(@sort $Name
            [$($done)* {$field $type, $field = Vec::new()}] { $($rest)* } $json);
    };
    (@sort $Name:ident [$($done:tt)*]
     { $field:ident: $type:ty = $absent:tt, $($rest:tt)* } $json:tt) => {
        crate::doors::python::record!(@sort $Name
            [$($done)* {$field $type, $field = $absent}] { $($rest)* } $json);
    };
    (@sort $Name:ident [$($done:tt)*] { $field:ident: $type:ty, $($rest:tt)* } $json:tt) => {
        crate::doors::python::record!(@sort $Name
            [$($done)* {$field $type, $field}] { $($rest)* } $json);
    };
    (@sort $Name:ident $fields:tt {} $json:tt) => {
        crate::doors::python::record!(@write $Name $fields $json);
    };

    (@write $Name:ident [$({$field:ident $type:ty, $($signature:tt)*})*]
     { $($json:tt)* }) => {
        #[pyo3::pymethods]
        impl $Name {
            #[new]
            #[pyo3(signature = (*, $($($signature)*),*))]
            #[expect(clippy::allow_attributes, reason = "a lint may or may not apply to a noun")]
            #[allow(clippy::too_many_arguments, reason = "generated")]
            fn __new__($($field: $type),*) -> Self {
                Self { $($field),* }
            }

            // A tuple: pyo3 makes a list of an array, and `case Item(...)` refuses a list.
            #[classattr]
            #[pyo3(name = "__match_args__")]
            fn __match_args(
                py: pyo3::Python<'_>,
            ) -> pyo3::PyResult<pyo3::Bound<'_, pyo3::types::PyTuple>> {
                pyo3::types::PyTuple::new(py, [$(stringify!($field)),*])
            }

            fn __repr__(me: &pyo3::Bound<'_, Self>) -> pyo3::PyResult<String> {
                crate::doors::python::repr(me.as_any())
            }

            fn __getnewargs_ex__<'py>(
                me: &pyo3::Bound<'py, Self>,
            ) -> pyo3::PyResult<crate::doors::python::NewArguments<'py>> {
                crate::doors::python::new_arguments(me.as_any())
            }

            $($json)*
        }
    };
}

/// What a union has in Python; its variants inherit it.
macro_rules! union {
    (Command) => { crate::doors::python::with_json!(union (@write Command)); };
    (MessageAnswer) => { crate::doors::python::with_json!(union (@write MessageAnswer)); };
    (PlannedLine) => { crate::doors::python::with_json!(union (@write PlannedLine)); };
    (NextContact) => { crate::doors::python::with_json!(union (@write NextContact)); };
    (Recheck) => { crate::doors::python::with_json!(union (@write Recheck)); };
    (Refusal) => { crate::doors::python::with_json!(union (@write Refusal)); };
    (Term) => { crate::doors::python::with_json!(union (@write Term)); };
    (Said) => { crate::doors::python::with_json!(union (@write Said)); };
    ($Name:ident) => { crate::doors::python::union!(@write $Name {}); };
    (@write $Name:ident { $($json:tt)* }) => {
        #[pyo3::pymethods]
        impl $Name {
            fn __repr__(me: &pyo3::Bound<'_, Self>) -> pyo3::PyResult<String> {
                crate::doors::python::repr(me.as_any())
            }

            fn __getnewargs_ex__<'py>(
                me: &pyo3::Bound<'py, Self>,
            ) -> pyo3::PyResult<crate::doors::python::NewArguments<'py>> {
                crate::doors::python::new_arguments(me.as_any())
            }

            $($json)*
        }
    };
}

/// Adds the JSON methods of the root types. They stand in the one block of methods that pyo3
/// allows for a type.
macro_rules! with_json {
    ($kind:ident ($($start:tt)*)) => {
        crate::doors::python::$kind!($($start)* {
            /// Reads it from JSON.
            ///
            /// Raises `InputRefused` with every problem, each with its path and value: unknown
            /// fields and words, missing fields, numbers for money, times without a zone.
            #[staticmethod]
            #[pyo3(name = "from_json")]
            fn __from_json(py: pyo3::Python<'_>, text: &str) -> pyo3::PyResult<Self> {
                Ok(py.detach(|| Self::from_json(text))?)
            }

            /// Writes it as JSON.
            #[pyo3(name = "to_json")]
            fn __to_json(&self, py: pyo3::Python<'_>) -> String {
                py.detach(|| self.to_json())
            }
        });
    };
}

/// What an enum of words has in Python besides its members.
macro_rules! words {
    ($Name:ident { $($Variant:ident,)* }) => {
        #[pyo3::pymethods]
        impl $Name {
            fn __reduce__<'py>(
                me: &pyo3::Bound<'py, Self>,
            ) -> pyo3::PyResult<crate::doors::python::Member<'py>> {
                crate::doors::python::member(me.as_any())
            }
        }
    };
}

pub(crate) use {record, union, with_json, words};

/// `Item(id='A1', due=datetime.date(2026, 3, 1), ...)`: as it would be constructed.
pub(crate) fn repr(me: &Bound<'_, PyAny>) -> PyResult<String> {
    let mut shown = Vec::new();
    for (name, value) in given_fields(me)? {
        shown.push(format!("{name}={}", value.repr()?));
    }
    Ok(format!("{}({})", me.get_type().qualname()?, shown.join(", ")))
}

/// Positional (none) and named arguments.
pub(crate) type NewArguments<'py> = ((), Bound<'py, PyDict>);

/// The arguments that construct an equal object: what `pickle` and `copy` ask for.
pub(crate) fn new_arguments<'py>(me: &Bound<'py, PyAny>) -> PyResult<NewArguments<'py>> {
    let arguments = PyDict::new(me.py());
    for (name, value) in given_fields(me)? {
        arguments.set_item(name, value)?;
    }
    Ok(((), arguments))
}

fn given_fields<'py>(me: &Bound<'py, PyAny>) -> PyResult<Vec<(String, Bound<'py, PyAny>)>> {
    let names: Vec<String> = me.getattr("__match_args__")?.extract()?;
    let field = |name: String| Ok((name.clone(), me.getattr(name.as_str())?));
    names.into_iter().map(field).collect()
}

/// `getattr` with the class and the name of a member.
pub(crate) type Member<'py> = (Bound<'py, PyAny>, (Bound<'py, PyType>, String));

/// How `pickle` and `copy` find the member of an enum of words again.
pub(crate) fn member<'py>(me: &Bound<'py, PyAny>) -> PyResult<Member<'py>> {
    let shown = me.repr()?.to_string();
    let name = shown.rsplit('.').next().unwrap_or_default().to_owned();
    Ok((me.py().import("builtins")?.getattr("getattr")?, (me.get_type(), name)))
}

#[pymethods]
impl Policy {
    /// Checks the rules and makes them ready for use.
    ///
    /// Raises `PolicyRefused` with every problem.
    #[new]
    fn __new__(py: Python<'_>, doc: PolicyDoc) -> PyResult<Self> {
        Ok(py.detach(|| Self::new(doc))?)
    }

    /// Reads the rules from JSON and checks them.
    ///
    /// Raises `PolicyRefused`, also for what cannot be read: unknown fields and words are refused.
    #[staticmethod]
    #[pyo3(name = "from_json")]
    fn __from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        Ok(py.detach(|| Self::from_json(text))?)
    }

    /// The rules as they were written.
    #[getter]
    #[pyo3(name = "doc")]
    fn __doc(&self) -> PolicyDoc {
        self.doc().clone()
    }

    /// What is allowed and hardly meant; nothing is refused for it.
    #[pyo3(name = "lint")]
    fn __lint(&self) -> Vec<crate::error::Problem> {
        self.lint()
    }

    /// The rules as JSON.
    #[pyo3(name = "to_json")]
    fn __to_json(&self) -> String {
        self.to_json()
    }

    fn __repr__(me: &Bound<'_, Self>) -> PyResult<String> {
        Ok(format!("Policy({})", me.getattr("doc")?.repr()?))
    }

    fn __getnewargs__(&self) -> (PolicyDoc,) {
        (self.doc().clone(),)
    }
}

/// The exceptions are Python classes, so that they can carry typed data.
mod exceptions {
    pyo3::import_exception!(dunning._errors, InputRefused);
    pyo3::import_exception!(dunning._errors, PolicyRefused);
    pyo3::import_exception!(dunning._errors, CommandRefused);
}

impl From<InputRefused> for PyErr {
    fn from(refused: InputRefused) -> Self {
        let text = refused.to_string();
        let InputRefused::Invalid { problems } = refused;
        exceptions::InputRefused::new_err((text, problems))
    }
}

impl From<PolicyRefused> for PyErr {
    fn from(refused: PolicyRefused) -> Self {
        let text = refused.to_string();
        let PolicyRefused::Invalid { problems } = refused;
        exceptions::PolicyRefused::new_err((text, problems))
    }
}

impl From<Refusal> for PyErr {
    fn from(refusal: Refusal) -> Self {
        exceptions::CommandRefused::new_err((refusal.to_string(), refusal))
    }
}
