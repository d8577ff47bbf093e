//! Tells the linker that Node supplies its own functions.

fn main() {
    napi_build::setup();
}
