//! How a type of the model becomes the same type in every language.
//!
//! Each noun is written once, with one of three macros. They add serde's attributes (the JSON
//! form), the derives of the doors, and what a programmer expects of a plain record:
//!
//! - `record!`: a struct. A field with `= None`, `= []` or `= false` is optional everywhere.
//! - `union!`: an enum whose variants hold named fields; told apart by `type` in JSON.
//! - `words!`: an enum of plain words.
//!
//! The attributes are spelled out here because a door that is forgotten on one type is found
//! late, by somebody else's programmer.

/// True for what JSON leaves out: nothing, an empty list, `false`.
pub(crate) fn is_absent<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $Name:ident {
            $($(#[$field_meta:meta])* pub $field:ident : $type:ty $(= $absent:tt)?),* $(,)?
        }
    ) => {
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
        #[cfg_attr(feature = "python", pyo3::pyclass(frozen, eq, get_all, from_py_object, module = "dunning"))]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
        #[cfg_attr(feature = "node", derive(ts_rs::TS), ts(optional_fields = nullable))]
        $(#[$meta])*
        pub struct $Name {
            $(
                $(#[$field_meta])*
                $(
                    #[serde(default, skip_serializing_if = "crate::vocabulary::is_absent")]
                    #[cfg_attr(feature = "uniffi", uniffi(default = $absent))]
                    #[cfg_attr(feature = "node", ts(as = "Option<_>", optional))]
                )?
                pub $field: $type,
            )*
        }

        impl $Name {
            crate::vocabulary::constructor!([] [] $($field: $type $(= $absent)?,)*);
        }

        // Derived beside the type (`remote`), so that only its named fields are read: serde would
        // take a list of its values as well.
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(crate::json::Named(deserializer))
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        #[cfg(feature = "python")]
        crate::doors::python::record!($Name { $($field: $type $(= $absent)?,)* });
    };
}

/// `new(required fields)`: all else is absent.
macro_rules! constructor {
    ([$($needed:ident: $type:ty,)*] [$($absent:ident,)*]) => {
        /// With the required fields; every other field is absent.
        #[must_use]
        #[expect(clippy::allow_attributes, reason = "a lint may or may not apply to a noun")]
        #[allow(clippy::new_without_default, clippy::too_many_arguments, reason = "generated")]
        pub fn new($($needed: impl Into<$type>),*) -> Self {
            Self { $($needed: $needed.into(),)* $($absent: Default::default(),)* }
        }
    };
    ([$($needed:tt)*] [$($absent:tt)*] $field:ident: $type:ty = $value:tt, $($rest:tt)*) => {
        crate::vocabulary::constructor!([$($needed)*] [$($absent)* $field,] $($rest)*);
    };
    ([$($needed:tt)*] [$($absent:tt)*] $field:ident: $type:ty, $($rest:tt)*) => {
        crate::vocabulary::constructor!([$($needed)* $field: $type,] [$($absent)*] $($rest)*);
    };
}

macro_rules! union {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident {
            $(
                $(#[$variant_meta:meta])*
                $Variant:ident {
                    $($(#[$field_meta:meta])* $field:ident : $type:ty $(= $absent:tt)?),* $(,)?
                }
            ),* $(,)?
        }
    ) => {
        crate::vocabulary::union!(@cfg(not(feature = "python")) { $(#[$meta])* } $Name {
            $($(#[$variant_meta])* [] $Variant { $($(#[$field_meta])* $field: $type $(= $absent)?,)* })*
        });
        // pyo3 does not see its own attributes through `cfg_attr`, hence the second definition.
        crate::vocabulary::union!(@cfg(feature = "python") { $(#[$meta])* } $Name {
            $(
                $(#[$variant_meta])*
                [#[pyo3(constructor = (*, $($field $(= $absent)?),*))]]
                $Variant { $($(#[$field_meta])* $field: $type $(= $absent)?,)* }
            )*
        });
        #[cfg(feature = "python")]
        crate::doors::python::union!($Name);

        // Not derived: a derived reader forgets where in the variant a problem lies.
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(serde::Deserialize)]
                #[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
                enum Tagged {
                    $($Variant {
                        $($(#[serde(default)] #[cfg_attr(any(), absent($absent))])? $field: $type,)*
                    },)*
                }
                Ok(match crate::json::tagged(deserializer)? {
                    $(Tagged::$Variant { $($field),* } => Self::$Variant { $($field),* },)*
                })
            }
        }
    };
    (
        @cfg($cfg:meta) { $(#[$meta:meta])* } $Name:ident {
            $(
                $(#[$variant_meta:meta])*
                [$($constructor:tt)*]
                $Variant:ident {
                    $($(#[$field_meta:meta])* $field:ident : $type:ty $(= $absent:tt)?,)*
                }
            )*
        }
    ) => {
        #[cfg($cfg)]
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        #[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
        #[cfg_attr(feature = "python", pyo3::pyclass(frozen, eq, from_py_object, module = "dunning"))]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        #[cfg_attr(feature = "node", derive(ts_rs::TS), ts(optional_fields = nullable))]
        #[non_exhaustive]
        pub enum $Name {
            $(
                $(#[$variant_meta])*
                $($constructor)*
                $Variant {
                    $(
                        $(#[$field_meta])*
                        $(
                            #[serde(default, skip_serializing_if = "crate::vocabulary::is_absent")]
                            #[cfg_attr(feature = "uniffi", uniffi(default = $absent))]
                            #[cfg_attr(feature = "node", ts(as = "Option<_>", optional))]
                        )?
                        $field: $type,
                    )*
                },
            )*
        }
    };
}

macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident {
            $($(#[$variant_meta:meta])* $Variant:ident),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(
            feature = "python",
            pyo3::pyclass(frozen, eq, hash, from_py_object, module = "dunning", rename_all = "SCREAMING_SNAKE_CASE")
        )]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        #[cfg_attr(feature = "node", derive(ts_rs::TS))]
        #[non_exhaustive]
        pub enum $Name {
            $($(#[$variant_meta])* $Variant,)*
        }

        #[cfg(feature = "python")]
        crate::doors::python::words!($Name { $($Variant,)* });
    };
}

pub(crate) use {constructor, record, union, words};
