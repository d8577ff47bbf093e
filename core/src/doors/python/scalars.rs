//! Money, days and moments as the types that Python has for them.

use std::fmt::Display;

use chrono::{DateTime, NaiveDate, Utc};
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyInt, PyString, PyType, PyTzInfo};

use crate::{Amount, Country, Currency, Day, Moment, Str};
use crate::{NotACountry, NotACurrency, NotADay, NotAMoment, NotAnAmount};

#[cfg(feature = "stubs")]
use pyo3::{inspect::PyStaticExpr, type_hint_identifier, type_hint_union};

/// The value is of another type than what is wanted.
fn wrong_type(wanted: impl Display, found: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(refused(wanted, found))
}

/// The value is of the right type and cannot be what is wanted.
fn wrong_value(wanted: impl Display, found: &Bound<'_, PyAny>) -> PyErr {
    PyValueError::new_err(refused(wanted, found))
}

fn refused(wanted: impl Display, found: &Bound<'_, PyAny>) -> String {
    let value = found.repr().map_or_else(|_| found.get_type().to_string(), |repr| repr.to_string());
    format!("{wanted} (found {value})")
}

fn decimal_class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")
}

impl FromPyObject<'_, '_> for Amount {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("decimal", "Decimal"),
        type_hint_identifier!("builtins", "int"),
        type_hint_identifier!("builtins", "str")
    );

    fn extract(found: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let is_decimal = found.is_instance(decimal_class(found.py())?)?;
        // `True` is an int in Python, and no amount.
        let is_int = found.is_instance_of::<PyInt>() && !found.is_instance_of::<PyBool>();
        if !is_decimal && !is_int && !found.is_instance_of::<PyString>() {
            return Err(wrong_type(NotAnAmount, &found));
        }
        let text = found.str().map_err(|_| wrong_value(NotAnAmount, &found))?;
        let text = text.to_cow()?;
        if is_decimal && text.contains('E') {
            return written_out(&found).ok_or_else(|| wrong_value(NotAnAmount, &found));
        }
        text.parse().map_err(|_| wrong_value(NotAnAmount, &found))
    }
}

/// `Decimal("1E+5")` is 100000. Python writes it out: reading the exponent here would round.
fn written_out(decimal: &Bound<'_, PyAny>) -> Option<Amount> {
    // A large exponent would be written out as that many digits.
    let magnitude: i64 = decimal.call_method0("adjusted").ok()?.extract().ok()?;
    if magnitude.unsigned_abs() > 28 {
        return None;
    }
    let text = decimal.call_method1("__format__", ("f",)).ok()?;
    text.extract::<String>().ok()?.parse().ok()
}

impl<'py> IntoPyObject<'py> for &Amount {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("decimal", "Decimal");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        decimal_class(py)?.call1((self.to_string(),))
    }
}

/// Codes are text in Python.
macro_rules! code {
    ($($Code:ident or $Refused:ident),*) => {$(
        impl FromPyObject<'_, '_> for $Code {
            type Error = PyErr;

            #[cfg(feature = "stubs")]
            const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "str");

            fn extract(found: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
                let text = found.cast::<PyString>().map_err(|_| wrong_type($Refused, &found))?;
                text.to_cow()?.parse().map_err(|_| wrong_value($Refused, &found))
            }
        }

        impl<'py> IntoPyObject<'py> for &$Code {
            type Target = PyString;
            type Output = Bound<'py, PyString>;
            type Error = std::convert::Infallible;

            #[cfg(feature = "stubs")]
            const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "str");

            fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
                Ok(PyString::new(py, self.as_str()))
            }
        }
    )*};
}

code!(Currency or NotACurrency, Country or NotACountry);

impl FromPyObject<'_, '_> for Str {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "str");

    fn extract(found: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let text = found.cast::<PyString>().map_err(|_| wrong_type("a string", &found))?;
        Ok(Self::from(&*text.to_cow()?))
    }
}

impl<'py> IntoPyObject<'py> for &Str {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = std::convert::Infallible;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("builtins", "str");

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(PyString::new(py, self.as_str()))
    }
}

impl FromPyObject<'_, '_> for Day {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "date");

    fn extract(found: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        // A datetime is a date in Python; taking it would cut off its time.
        if found.is_instance_of::<PyDateTime>() || !found.is_instance_of::<PyDate>() {
            return Err(wrong_type(NotADay, &found));
        }
        Self::try_from(found.extract::<NaiveDate>()?).map_err(|_| wrong_value(NotADay, &found))
    }
}

impl<'py> IntoPyObject<'py> for &Day {
    type Target = PyDate;
    type Output = Bound<'py, PyDate>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "date");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.date().into_pyobject(py)
    }
}

impl FromPyObject<'_, '_> for Moment {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "datetime");

    fn extract(found: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if !found.is_instance_of::<PyDateTime>() || found.call_method0("utcoffset")?.is_none() {
            return Err(wrong_type(NotAMoment, &found));
        }
        let utc = PyTzInfo::utc(found.py())?;
        let at = found.call_method1("astimezone", (utc,)).map_err(|error| {
            // The years 1 and 9999 have moments that UTC counts to the year before or after.
            if error.is_instance_of::<PyOverflowError>(found.py()) {
                wrong_value(NotAMoment, &found)
            } else {
                error
            }
        })?;
        Self::try_from(at.extract::<DateTime<Utc>>()?).map_err(|_| wrong_value(NotAMoment, &found))
    }
}

impl<'py> IntoPyObject<'py> for &Moment {
    type Target = PyDateTime;
    type Output = Bound<'py, PyDateTime>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "datetime");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        self.utc().into_pyobject(py)
    }
}

/// pyo3 asks for the conversion by value too, for lists.
macro_rules! by_value {
    ($($Scalar:ident)*) => {$(
        impl<'py> IntoPyObject<'py> for $Scalar {
            type Target = <&'static Self as IntoPyObject<'py>>::Target;
            type Output = <&'static Self as IntoPyObject<'py>>::Output;
            type Error = <&'static Self as IntoPyObject<'py>>::Error;

            #[cfg(feature = "stubs")]
            const OUTPUT_TYPE: PyStaticExpr = <&Self>::OUTPUT_TYPE;

            fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
                (&self).into_pyobject(py)
            }
        }
    )*};
}

by_value!(Amount Currency Country Day Moment Str);
